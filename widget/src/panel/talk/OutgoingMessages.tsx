import { fill } from '@ventanilla/shared/i18n/fill';
import type { Outgoing } from '../../model/model.ts';
import { clockIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { Said } from './Said.tsx';

/** What the server has not acknowledged. An outline waits here, a filled bubble has left, a pale one was refused. */
export function OutgoingMessages({ outgoing, ...scene }: PartScene<'talk'> & { outgoing: Outgoing[] }) {
  const { texts, model, parts } = scene;
  const { seldom } = parts;
  const isLost = model.link === 'lost' || model.link === 'refused';
  const waiting = outgoing.filter(({ refusal }) => refusal === '');
  return (
    <>
      {isLost && waiting.length > 1 && <p class="line">{texts.waitingTitle}</p>}
      {outgoing.map((one) => (
        <div
          key={one.clientId}
          class={`message own ${one.refusal !== '' ? 'failed' : isLost ? 'waiting' : ''}`}
          // Announced when it has been sent, or cannot be: not twice.
          aria-live={one.refusal === '' ? 'off' : undefined}
        >
          <Said author={texts.you} body={one.body} files={one.files ?? []} isSent={false} {...scene} />
          {one.refusal !== '' &&
            (seldom ? (
              <seldom.Refused {...scene} texts={seldom.texts} one={one} all={outgoing} />
            ) : (
              <p class="meta">{texts.notSent}</p>
            ))}
          {one.refusal === '' && one === waiting.at(-1) && (
            <p class="meta">
              {isLost && <Icon path={clockIcon} />}
              {isLost ? waitingWords(waiting.length, scene) : texts.sending}
            </p>
          )}
        </div>
      ))}
    </>
  );
}

function waitingWords(count: number, { texts, model }: PartScene<'talk'>): string {
  if (model.link === 'refused') return texts.notSent;
  return count > 1 ? fill(texts.waitingMany, { count }) : texts.waiting;
}
