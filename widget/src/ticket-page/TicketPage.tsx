import { fill } from '@ventanilla/shared/i18n/fill';
import { Avatar } from '../panel/Avatar.tsx';
import { alertIcon, Icon } from '../panel/Icon.tsx';
import type { PartScene } from '../panel/parts.ts';
import { Composer } from '../panel/talk/Composer.tsx';
import { DropZone } from '../panel/talk/DropZone.tsx';
import { Log } from '../panel/talk/Log.tsx';
import { talkOf } from '../panel/talk/timeline.ts';
import { ClosedFoot } from './ClosedFoot.tsx';
import type { LinkState } from './link-desk.ts';
import { RequestForm } from './RequestForm.tsx';
import type { PageTexts } from './texts.ts';

interface TicketPageProps {
  scene: PartScene<'talk'>;
  state: LinkState;
  texts: PageTexts;
  hasSecret: boolean;
  canMail: boolean;
}

/** A ticket as its visitor sees it, with a place to go on writing; or the way to a link that works. */
export function TicketPage({ scene, state, texts, hasSecret, canMail }: TicketPageProps) {
  const { page, talk: talkTexts } = texts;
  const { linked, phase, isLost } = state;
  if (phase === 'expired' || !hasSecret) {
    return (
      <main class="panel">
        <RequestForm texts={page} hasExpired={hasSecret} canMail={canMail} />
      </main>
    );
  }
  const conversation = state.model.conversations[0];
  if (!linked || !conversation) {
    return (
      <main class="panel">
        <p class="request" role="status">
          {isLost ? page.failed : page.opening}
        </p>
      </main>
    );
  }
  const { ticket, site } = linked;
  const talk = talkOf(state.model, conversation.id);
  return (
    <main class="panel">
      <div class="top nav site">
        <Avatar name={site.name} />
        <div class="who">
          <h1>
            {site.name} · {fill(page.ticket, { number: ticket.number })}
          </h1>
          <p>{talkTexts.ticketStatus[ticket.status]}</p>
        </div>
      </div>
      <div role="status">
        {isLost && (
          <div class="banner">
            <Icon path={alertIcon} />
            <p>{page.lost}</p>
          </div>
        )}
      </div>
      <DropZone {...scene} conversationKey={conversation.id}>
        <Log talk={talk} {...scene} />
        {conversation.isWritable ? (
          <Composer conversationKey={conversation.id} hint={talkTexts.addToTicket} {...scene} />
        ) : (
          <ClosedFoot scene={scene} texts={texts} conversationKey={conversation.id} followUp={state.followUp} />
        )}
      </DropZone>
    </main>
  );
}
