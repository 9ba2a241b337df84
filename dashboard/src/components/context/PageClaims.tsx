import type { ConversationDetail } from '@ventanilla/shared/entities/conversation';
import { texts } from '../../language.ts';

/** CV8: what the page says of its visitor, as it says it. Whoever answers should know that nobody has verified it. */
export function PageClaims({ conversation: { context } }: { conversation: ConversationDetail }) {
  const words = texts.value.context;
  const claims = Object.entries(context.attributes ?? {}).sort(([one], [other]) => one.localeCompare(other));
  if (claims.length === 0) return null;
  return (
    <section class="claims">
      <h3>{words.pageSays}</h3>
      <dl>
        {claims.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'boolean' ? words.yesOrNo[value ? 'yes' : 'no'] : String(value)}</dd>
          </div>
        ))}
      </dl>
      <p class="faint">{words.pageSaysHint}</p>
    </section>
  );
}
