import type { PastConversation } from '@ventanilla/shared/entities/conversation';
import type { ConversationId } from '@ventanilla/shared/ids';
import { useEffect, useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import type { Answer } from '../../connection/failure.ts';
import { offlineSince } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { paths } from '../../paths.ts';
import { moment } from '../../time-words.ts';

/** What this person asked before: nobody should have to tell it twice. */
export function PastConversations({ id }: { id: ConversationId }) {
  const [answer, setAnswer] = useState<Answer<{ conversations: PastConversation[] }> | null>(null);
  const words = texts.value.context;
  const isOffline = offlineSince.value !== 0;
  const load = async (): Promise<void> => setAnswer(await call('conversation:past', { conversationId: id }));
  useEffect(() => {
    if (!isOffline) void load();
  }, [id, isOffline]);

  if (answer === null) return null;
  if (!answer.ok) {
    return (
      <section class="past">
        <h3>{words.past}</h3>
        <p class="faint" role="status">
          {sentenceOf(answer.error)}{' '}
          <button type="button" class="link" onClick={() => void load()}>
            {texts.value.common.retry}
          </button>
        </p>
      </section>
    );
  }
  const { conversations } = answer.data;
  return (
    <section class="past">
      <h3>{words.past}</h3>
      {conversations.length === 0 && <p class="faint">{words.firstTime}</p>}
      <ul>
        {conversations.map((past) => (
          <li key={past.id}>
            <a class="one-line" href={paths.conversation(past.id)}>
              {past.subject || texts.value.conversation.noSubject}
            </a>
            <span>
              {moment(past.createdAt, now.value)}
              {past.outcome !== '' && ` · ${words.pastOutcome[past.outcome]}`}
              {past.rating !== '' && ` · ${words.ratings[past.rating].toLocaleLowerCase()}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
