import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import { newClientId } from '../../ids.ts';
import type { Outgoing } from '../../model/model.ts';
import { alertIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { Kept } from './Blocked.tsx';
import { whyRefused } from './why-refused.ts';

export type RefusedProps = PartScene<'seldom'> & {
  one: Outgoing;
  /** Everything of this conversation that is on its way. */
  all: Outgoing[];
  /** False where there is this one conversation and no other. */
  canBegin?: boolean;
};

/** There it will not be taken any more, whatever is tried. */
const over = new Set<ErrorCode | ''>(['not_writable', 'not_found']);
/** As it is, it will never be taken: the words go back into the field. */
const mendable = new Set<ErrorCode | ''>(['too_large', 'invalid']);

/** Why the server will not have it, and what can be done with the words. */
export function Refused({ one, all, screen, draft, canBegin = true, ...scene }: RefusedProps) {
  const { texts, actions } = scene;
  const key = screen.name === 'conversation' ? screen.key : '';
  const isMendable = mendable.has(one.refusal) && !one.files?.length && draft(key) === '';
  const isBlocked = one.refusal === 'blocked';
  const isOver = canBegin && over.has(one.refusal);
  return (
    <p class="meta">
      <Icon path={alertIcon} />
      <span>
        {texts.notSent} {whyRefused(texts, one.refusal)}{' '}
        {isBlocked ? (
          <Kept {...scene} screen={screen} draft={draft} clientId={one.clientId} />
        ) : (
          <>
            <button
              type="button"
              onClick={() => {
                if (isMendable) {
                  actions.setDraft(key, one.body);
                  return actions.discard(one.clientId);
                }
                if (!isOver) return actions.retry(one.clientId);
                // What was written after it belongs to it.
                const fresh = newClientId();
                for (const { clientId, refusal } of all) if (over.has(refusal)) actions.retry(clientId, fresh);
                actions.show({ name: 'conversation', key: fresh });
              }}
            >
              {isMendable ? texts.mend : isOver ? texts.sendAsNew : texts.tryAgain}
            </button>
            {' · '}
          </>
        )}
        <button type="button" onClick={() => actions.discard(one.clientId)}>
          {texts.discard}
        </button>
      </span>
    </p>
  );
}
