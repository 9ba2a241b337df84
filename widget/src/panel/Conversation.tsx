import { fill } from '@ventanilla/shared/i18n/fill';
import { type Talk, talkOf } from '../model/timeline.ts';
import { Avatar } from './Avatar.tsx';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import styles from './conversation.css?inline';
import { Icon } from './Icon.tsx';
import { Log } from './Log.tsx';
import type { Scene } from './scene.ts';

/** The home screen does without these. */
export const conversationStyles: string = styles;

/** One conversation: who has it, what was said, and a place to go on writing. */
export function Conversation({ conversationKey, ...scene }: Scene & { conversationKey: string }) {
  const { texts, model, siteName, actions } = scene;
  const talk = talkOf(model, conversationKey);
  const { conversation } = talk;
  const person = conversation?.assignee;
  return (
    <>
      <div class="top nav">
        <button type="button" class="tool" aria-label={texts.back} onClick={actions.goHome}>
          <Icon name="back" />
        </button>
        <Avatar name={person?.name ?? siteName} />
        <div class="who">
          <h2>{person?.name ?? siteName}</h2>
          <p>{statusOf(talk, scene)}</p>
        </div>
        <button type="button" class="tool" aria-label={texts.close} onClick={actions.close}>
          <Icon name="close" />
        </button>
      </div>
      <Banner {...scene} />
      <Log talk={talk} {...scene} />
      {conversation?.isWritable === false ? (
        <div class="foot">
          <p class="hint">{texts.line.ended}</p>
          <button type="button" class="button" onClick={actions.begin}>
            {texts.writeAgain}
          </button>
        </div>
      ) : (
        <Composer
          conversationKey={conversationKey}
          hint={conversation?.ticket ? texts.addToTicket : texts.writeHere}
          {...scene}
        />
      )}
    </>
  );
}

function statusOf({ conversation }: Talk, { texts, isSiteOpen }: Scene): string {
  if (!conversation) return isSiteOpen ? texts.open : texts.leaveMessage;
  const { state, ticket } = conversation;
  if (ticket) return `${fill(texts.ticketName, { number: ticket.number })} · ${texts.ticketStatus[ticket.status]}`;
  if (state === 'ended') return texts.line.ended;
  return state === 'active' ? texts.activeStatus : texts.queuedTitle;
}
