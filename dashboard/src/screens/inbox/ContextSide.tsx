import type { ConversationDetail } from '@ventanilla/shared/entities/conversation';
import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ComponentChildren } from 'preact';
import { now } from '../../clock.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { browserName } from '../../components/browser-name.ts';
import { DueMark } from '../../components/DueMark.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { nameOf } from '../../components/person-name.ts';
import { SafeLink } from '../../components/SafeLink.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { sites } from '../../desk.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { clockIn, languageName, momentInWords } from '../../time-words.ts';

/** CV7: what the first message brought with it, and the ticket when there is one. */
export function ContextSide({ conversation }: { conversation: ConversationDetail }) {
  const words = texts.value.context;
  const { requester, context, ticket, createdAt } = conversation;
  const localTime = clockIn(context.timeZone, now.value);
  const browser = browserName(context.userAgent);
  const site = sites.value.size > 1 ? sites.value.get(conversation.siteId) : undefined;
  return (
    <div class="context">
      <header class="person">
        <Avatar id={requester.id} name={requester.name || requester.email} size="large" />
        <div>
          <h2>{nameOf(requester)}</h2>
          {requester.isIdentified && (
            <p class="good">
              <Icon name="shield" />
              {words.identified}
            </p>
          )}
        </div>
      </header>
      {ticket && <TicketCard ticket={ticket} />}
      <ul class="facts">
        <Fact icon="mail">{requester.email || <span class="faint">{words.noAddress}</span>}</Fact>
        {context.pageUrl && (
          <Fact icon="laptop">
            <Slot text={words.page} url={context.pageUrl} title={context.pageTitle} />
          </Fact>
        )}
        {context.referrer && (
          <Fact icon="link">
            <Slot text={words.from} url={context.referrer} title="" />
          </Fact>
        )}
        {localTime && (
          <Fact icon="globe">{fill(words.localTime, { zone: zoneName(context.timeZone), time: localTime })}</Fact>
        )}
        {context.language && languageName(context.language) && (
          <Fact icon="words">{fill(words.language, { language: languageName(context.language) })}</Fact>
        )}
        {browser && (
          <Fact icon="window">{fill(words.browser, { browser, viewport: context.viewport }).replace(/ · $/, '')}</Fact>
        )}
        <Fact icon="clock">{fill(words.startedAt, { when: momentInWords(createdAt, now.value) })}</Fact>
        {site && <Fact icon="code">{site.name}</Fact>}
      </ul>
    </div>
  );
}

function TicketCard({ ticket }: { ticket: TicketSummary }) {
  const words = texts.value.context;
  return (
    <section class="ticket-card" aria-label={`${words.ticket} ${ticket.number}`}>
      <header>
        <b>{ticket.number}</b>
        <StatusMark status={ticket.status} />
        <a class="link" href={paths.ticket(ticket.number)}>
          {words.open}
        </a>
      </header>
      <dl>
        <dt>{words.responsible}</dt>
        <dd>{ticket.assignee?.name ?? ticket.group?.name ?? texts.value.tickets.unassigned}</dd>
        <dt>{words.due}</dt>
        <dd>
          <DueMark ticket={ticket} />
        </dd>
        <dt>{words.why}</dt>
        <dd>{texts.value.reason[ticket.reason]}</dd>
      </dl>
    </section>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <li>
      <Icon name={icon} />
      <span class="fact">{children}</span>
    </li>
  );
}

function Slot({ text, url, title }: { text: string; url: string; title: string }) {
  const [before = '', after = ''] = text.split('{page}');
  return (
    <>
      {before}
      <SafeLink url={url} title={title} />
      {after}
    </>
  );
}

function zoneName(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
