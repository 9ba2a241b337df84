import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ComponentChildren } from 'preact';
import { now } from '../../clock.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Icon } from '../../components/Icon.tsx';
import { nameOf, responsibleName } from '../../components/person-name.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { groups, openedTicket, sites } from '../../desk.ts';
import { texts } from '../../language.ts';
import { dueOf } from '../../model/due.ts';
import { paths } from '../../paths.ts';
import { lengthWords, momentInWords } from '../../time-words.ts';
import { TicketPriority } from './TicketPriority.tsx';
import { TypeChoice } from './TypeChoice.tsx';

/** The promise: number, who has it, since when, by when, and why there is a ticket at all. */
export function TicketFacts({ ticket }: { ticket: TicketSummary }) {
  const words = texts.value.ticket;
  const { requester, assignee, group } = ticket;
  const site = sites.value.get(ticket.siteId);
  const page = openedTicket.value;
  return (
    <div class="ticket-facts">
      <p class="ticket-number">{ticket.number}</p>
      <dl class="props">
        <Fact label={words.status}>
          <StatusMark status={ticket.status} />
        </Fact>
        <Fact label={words.type}>
          <TypeChoice ticket={ticket} />
        </Fact>
        <Fact label={words.responsible}>
          {assignee ? <Avatar id={assignee.id} name={assignee.name} size="small" /> : <Icon name="people" />}
          {responsibleName(ticket)}
        </Fact>
        {assignee && group && groups.value.length > sites.value.size && <Fact label={words.group}>{group.name}</Fact>}
        <Fact label={words.requester}>
          <Avatar id={requester.id} name={requester.name || requester.email} size="small" />
          <span>
            {nameOf(requester)}
            {requester.email && requester.email !== nameOf(requester) && (
              <small>
                <BreakableAddress text={requester.email} />
              </small>
            )}
          </span>
        </Fact>
        <Fact label={words.received}>{momentInWords(ticket.receivedAt, now.value)}</Fact>
        {isOwed(ticket) && (
          <Fact label={words.expected}>
            <Promised ticket={ticket} />
          </Fact>
        )}
        <Fact label={words.reason}>{texts.value.reason[ticket.reason]}</Fact>
        {ticket.follows && (
          <Fact label={words.follows}>
            <TicketLink number={ticket.follows} />
          </Fact>
        )}
        {page?.number === ticket.number && page.followUp && (
          <Fact label={words.followUp}>
            <TicketLink number={page.followUp} />
          </Fact>
        )}
        {site && sites.value.size > 1 && <Fact label={words.site}>{site.name}</Fact>}
      </dl>
      <TicketPriority ticket={ticket} />
      <p>
        <a class="link" href={paths.conversation(ticket.conversationId)}>
          {words.openInInbox}
        </a>
      </p>
    </div>
  );
}

function TicketLink({ number }: { number: string }) {
  return (
    <a class="link" href={paths.ticket(number)}>
      {number}
    </a>
  );
}

/** Too long for its place, it is broken where people would. */
function BreakableAddress({ text }: { text: string }) {
  const at = text.lastIndexOf('@');
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Somebody was promised an answer and has none yet. */
function isOwed(ticket: TicketSummary): boolean {
  return ticket.dueAt > 0 && dueOf(ticket, now.value).kind !== 'done';
}

/** By when an answer was promised; nothing once none is owed. */
export function Promised({ ticket }: { ticket: TicketSummary }) {
  const words = texts.value.ticket;
  const due = dueOf(ticket, now.value);
  if (due.kind === 'done' || !isOwed(ticket)) return null;
  const when = momentInWords(ticket.dueAt, now.value);
  if (due.kind !== 'moment') return <span>{fill(words.expectedBy, { when })}</span>;
  const time = lengthWords(now.value - due.at);
  return (
    <span class={`due wrap ${due.urgency}`}>
      {due.urgency !== 'calm' && <i class="dot" />}
      <span>
        {due.urgency === 'late' ? fill(words.wasExpectedBy, { when, time }) : fill(words.expectedBy, { when })}
      </span>
    </span>
  );
}
