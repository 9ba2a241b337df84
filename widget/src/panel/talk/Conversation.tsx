import { fill } from '@ventanilla/shared/i18n/fill';
import { Avatar } from '../Avatar.tsx';
import type { PartScene } from '../parts.ts';
import { promised } from '../promise.ts';
import { Top } from '../Top.tsx';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import { DropZone } from './DropZone.tsx';
import { Log } from './Log.tsx';
import { sentenceOf } from './SystemLine.tsx';
import css from './talk.css?inline';
import { type Talk, talkOf } from './timeline.ts';
import { createWriting } from './writing.ts';

export { Banner, createWriting, sentenceOf };

export const styles: string = css;

/** One conversation: who has it, what was said, and a place to go on writing. */
export function Conversation({ conversationKey, ...scene }: PartScene<'talk'> & { conversationKey: string }) {
  const { texts, model, siteName, picked, actions } = scene;
  const { seldom, comfort } = scene.parts;
  const talk = talkOf(model, conversationKey);
  const { conversation, outgoing } = talk;
  const isOnItsWay = outgoing.length > 0 || picked(conversationKey).some(({ upload }) => upload);
  const person = conversation?.assignee;
  return (
    <DropZone {...scene} conversationKey={conversationKey}>
      <Top
        {...scene}
        onBack={() => {
          // There is no way back to what has not begun: its words stand in the field again.
          if (!conversation && !isOnItsWay) actions.carry(conversationKey, '');
          actions.show({ name: 'home' });
        }}
      >
        <Avatar name={person?.name ?? siteName} />
        <div class="who">
          <h2>
            <bdi>{person?.name ?? siteName}</bdi>
          </h2>
          <p>{statusOf(talk, scene)}</p>
        </div>
        {conversation && comfort && <comfort.Menu {...scene} texts={comfort.texts} talk={talk} />}
      </Top>
      <Banner {...scene} />
      <Log talk={talk} {...scene} />
      {conversation?.isWritable !== false ? (
        <Composer
          conversationKey={conversationKey}
          hint={conversation?.ticket ? texts.addToTicket : texts.writeHere}
          {...scene}
        />
      ) : (
        seldom && <seldom.Over {...scene} texts={seldom.texts} conversation={conversation} />
      )}
    </DropZone>
  );
}

function statusOf({ conversation }: Talk, scene: PartScene<'talk'>): string {
  if (!conversation) return promised(scene).text;
  const { texts } = scene;
  const { state, ticket } = conversation;
  if (ticket) return `${fill(texts.ticketName, { number: ticket.number })} · ${texts.ticketStatus[ticket.status]}`;
  if (state === 'ended') return texts.line.ended;
  return state === 'active' ? texts.activeStatus : texts.queuedTitle;
}
