import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import { isPromised, type VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { holderWords } from '@ventanilla/shared/i18n/widget/ticket/holder-words';
import { html } from 'hono/html';
import { type FullPageTexts, fullPageTexts } from './full-page-texts.ts';
import type { FullPage, Thread } from './full-page-view.ts';

/** What the lines of a conversation need of the page around them. */
interface Reading {
  texts: FullPageTexts;
  /** `/c/<site>` with the language that was asked for. */
  address: (query: Record<string, string>) => string;
  key: string;
  /** With day and zone: the server does not know where its reader is. */
  moment: (at: number) => string;
}

/** A conversation as plain lines, the promise below them, and the names of the others. */
export function threadView(page: FullPage, { conversation, entries, others }: Thread) {
  const reading = readingOf(page);
  const { texts, address } = reading;
  const { id, subject, state, ticket } = conversation;
  const isPromised = ticket !== null && ticket.status !== 'solved' && ticket.status !== 'closed';
  return html`<section aria-labelledby="subject">
<h2 id="subject">${subject}</h2>
<ol class="lines">${entries.map((entry) => lineView(entry, reading))}</ol>
${ticket ? slip(ticket, reading) : html`<p class="state">${state === 'queued' ? texts.queued : stateOf(conversation, texts)}</p>`}
${isPromised ? addressForm(page, conversation, texts) : ''}
<p class="again"><a href="${address({ conversation: id })}">${texts.lookAgain}</a></p>
</section>
${others.length === 0 ? '' : othersView(others, reading)}`;
}

function readingOf({ site, locale, language, isChosenLanguage }: FullPage): Reading {
  const clock = new Intl.DateTimeFormat(language, {
    timeZone: site.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return {
    texts: fullPageTexts[locale],
    address: (query) =>
      `/c/${site.key}?${new URLSearchParams({ ...(isChosenLanguage && { lang: locale }), ...query })}`,
    key: site.key,
    moment: (at) => clock.format(at),
  };
}

function lineView(entry: Entry, reading: Reading) {
  if (entry.kind === 'system') return systemLine(entry, reading);
  const { texts, key, moment } = reading;
  const { authorKind, authorName, body, files, createdAt } = entry;
  const isOwn = authorKind === 'visitor';
  return html`<li class="${isOwn ? 'own' : 'theirs'}">
${body === '' ? '' : html`<p class="bubble">${body}</p>`}
${files.map(({ id, name }) => html`<p class="bubble"><a href="/c/${key}/file/${id}">${fill(texts.file, { name })}</a></p>`)}
<p class="meta">${isOwn ? texts.you : authorName} · <time datetime="${new Date(createdAt).toISOString()}">${moment(createdAt)}</time></p>
</li>`;
}

/** A line that is not for this page's readers is left out. */
function systemLine({ system }: Entry, { texts }: Reading) {
  const line = system?.outcome === 'withdrawn' ? 'withdrawn' : system?.line;
  const sentence = line && texts.line[line];
  if (!system || !sentence) return '';
  const { agentName: agent, toAgentName: toAgent, ticketNumber: ticket } = system;
  const status = system.status && texts.ticketStatus[system.status];
  return html`<li class="system">${fill(sentence, { agent, toAgent, ticket, status })}</li>`;
}

/** TK3: the number, who has it, and by when. */
function slip(ticket: VisitorTicket, reading: Reading) {
  const { number, status, reason, follows, responsible, dueAt, receivedAt } = ticket;
  const { texts, moment } = reading;
  return html`<article class="slip" aria-label="${fill(texts.ticketName, { number })}">
<p>${texts.ticketTitle}</p>
<p class="number"><bdi>${number}</bdi><span class="chip">${texts.ticketStatus[status]}</span></p>
<p class="strong">${fill(holderWords(ticket, texts), { name: responsible })}</p>
${isPromised(ticket) ? html`<p class="strong">${fill(texts.due, { when: moment(dueAt) })}</p>` : ''}
<p class="rest">${fill(texts.reason[reason], { number: follows })} ${fill(texts.received, { when: moment(receivedAt) })} ${status === 'closed' ? texts.over : texts.follow}</p>
</article>`;
}

/** CV3: the conversation goes on without its visitor; asked only where we can write to them. */
function addressForm(page: FullPage, { id, address }: VisitorConversation, texts: FullPageTexts) {
  if (address === null) return '';
  const { ask, hint, saved, save, change } = texts.address;
  const given = page.form.address;
  return html`<form method="post" action="${formAction(page)}" class="address">
<label for="address" class="small">${ask}</label>
<input id="address" name="address" type="email" autocomplete="email" required value="${given ?? address}" ${given === null ? '' : html`aria-invalid="true" aria-describedby="problem"`}>
<p class="faint">${address === '' ? hint : fill(saved, { address })}</p>
<input type="hidden" autocomplete="off" name="conversationId" value="${id}">
<div class="buttons"><button type="submit" class="button">${address === '' ? save : change}</button></div>
</form>`;
}

/** Where the page's forms go, in the language that was asked for. */
export function formAction({ site, locale, isChosenLanguage }: FullPage): string {
  return `/c/${site.key}${isChosenLanguage ? `?lang=${locale}` : ''}`;
}

function othersView(others: readonly VisitorConversation[], { texts, address }: Reading) {
  return html`<nav aria-label="${texts.others}">
<h2>${texts.others}</h2>
<ul>${others.map(
    (one) =>
      html`<li><a href="${address({ conversation: one.id })}">${one.subject}</a> <span class="chip">${stateOf(one, texts)}</span></li>`,
  )}</ul>
</nav>`;
}

function stateOf({ state, outcome, ticket, assignee }: VisitorConversation, texts: FullPageTexts): string {
  if (ticket) return texts.ticketStatus[ticket.status];
  if (state === 'active' && assignee) return fill(texts.active, { name: assignee.name });
  if (state !== 'ended') return texts.state[state];
  return texts.state[outcome === '' || outcome === 'ticketed' ? 'answered' : outcome];
}
