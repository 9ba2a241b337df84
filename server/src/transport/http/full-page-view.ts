import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import { fill } from '@ventanilla/shared/i18n/fill';
import { incidentWords } from '@ventanilla/shared/incident';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import { html } from 'hono/html';
import type { SiteRow } from '../../domain/rows.ts';
import type { PageForm } from './full-page-form.ts';
import { type FullPageTexts, fullPageTexts } from './full-page-texts.ts';
import { formAction, threadView } from './full-page-thread.ts';

/** What the visitor of a page's cookie has going on with the site. */
export interface Thread {
  conversation: VisitorConversation;
  entries: Entry[];
  others: VisitorConversation[];
}

export interface FullPage {
  site: SiteRow;
  locale: Locale;
  /** The reader's kind of it, for dates. */
  language: string;
  /** They asked for it, so every address of the page goes on saying so. */
  isChosenLanguage: boolean;
  /** Build of the widget whose panel takes the page over; '' for a page that loads no script. */
  build: string;
  availability: SiteAvailability | null;
  thread: Thread | null;
  form: PageForm;
  /** Why the form was not accepted; '' when it was, or was not sent. */
  problem: string;
  /** A message has just arrived from here, and the browser did not keep who sent it. */
  isUnseen: boolean;
}

/** The whole page, with nothing in it that a browser would run or that a policy would have to allow by name. */
export function fullPage(page: FullPage) {
  const { site, locale, build, thread, problem, isUnseen } = page;
  const incident = page.availability?.incident;
  const texts = fullPageTexts[locale];
  const otherLocale: Locale = locale === 'es' ? 'en' : 'es';
  return html`<!doctype html>
<html lang="${locale}" dir="${texts.direction}">
<head>
${head({ locale, title: fill(texts.panel, { site: site.name }), key: site.key })}
${build === '' ? '' : scripts(site.key, locale, build)}
</head>
<body class="${build === '' ? 'plain' : 'live'}">
<main>
<header>
${sign()}
<h1>${site.name}</h1>
<a href="?lang=${otherLocale}" lang="${otherLocale}" hreflang="${otherLocale}">${texts.otherLanguage}</a>
</header>
${isUnseen ? html`<p class="notice" role="alert">${texts.unseen}</p>` : ''}
${problem === '' ? '' : html`<p class="notice" role="alert" id="problem">${problem}</p>`}
${incident ? html`<p class="notice">${incidentWords(incident.texts, locale)}</p>` : ''}
${thread ? threadView(page, thread) : ''}
${formView(page, texts)}
${thread ? '' : html`<p class="faint">${texts.kept}</p>`}
</main>
</body>
</html>`;
}

function scripts(key: string, locale: Locale, build: string) {
  return html`<script defer src="/w/${key}.js" data-locale="${locale}" data-position="page" data-hide-launcher></script>
<script type="module" src="/w/chunks/page-${build}.js"></script>`;
}

function formView(page: FullPage, texts: FullPageTexts) {
  const { form, thread, availability } = page;
  const problem = form.address === null ? page.problem : '';
  const isContinued = form.conversationId !== '';
  const label = isContinued ? texts.yourMessage : thread ? texts.writeAgain : texts.ask;
  return html`<form method="post" action="${formAction(page)}">
${isContinued ? '' : html`<p class="promise">${promiseOf(availability, texts)}</p>`}
<label for="body" class="${thread ? 'small' : 'ask'}">${label}</label>
<textarea id="body" name="body" rows="${thread ? 3 : 6}" ${problem === '' ? '' : html`aria-invalid="true" aria-describedby="problem"`}>
${form.body}</textarea>
${thread ? '' : html`<p class="faint">${texts.hint}</p>`}
<input type="hidden" autocomplete="off" name="token" value="${form.token}">
<input type="hidden" autocomplete="off" name="startId" value="${form.startId}">
<input type="hidden" autocomplete="off" name="clientId" value="${form.clientId}">
<input type="hidden" autocomplete="off" name="conversationId" value="${form.conversationId}">
<div class="buttons"><button type="submit" class="button">${texts.send}</button>
${thread ? html`<button type="submit" class="link" name="forget" value="1">${texts.forget}</button>` : ''}</div>
</form>`;
}

/** From the calendar and from who is there; never more than is known. */
function promiseOf(availability: SiteAvailability | null, texts: FullPageTexts): string {
  if (!availability) return texts.unknown;
  const { isOpen, holiday } = availability;
  if (!isOpen && holiday?.name) return `${fill(texts.holiday, { name: holiday.name })} ${texts.closed}`;
  if (!isOpen) return texts.closed;
  return availability.hasAgent ? texts.here : texts.nobody;
}

interface Notice {
  locale: Locale;
  /** Of the site that the address names, whether or not there is one. */
  key: string;
  title: string;
  text: string;
  /** Words of the link that leads back; '' where there is nothing to go back to. */
  back: string;
}

export function noticePage({ locale, key, title, text, back }: Notice) {
  return html`<!doctype html>
<html lang="${locale}">
<head>
${head({ locale, title, key })}
</head>
<body class="plain">
<main class="alone">
${sign()}
<h1>${title}</h1>
<p>${text}</p>
${back === '' ? '' : html`<p><a href="/c/${key}">${back}</a></p>`}
</main>
</body>
</html>`;
}

function head({ title, key }: Pick<Notice, 'locale' | 'title' | 'key'>) {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/c/${encodeURIComponent(key)}/page.css">`;
}

/** The launcher's sign. */
function sign() {
  return html`<svg class="sign" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="11"/><path d="M20 11a9 9 0 0 1 0 18h-9v-9a9 9 0 0 1 9-9z" fill="none" stroke-width="2.4" stroke-linejoin="round"/></svg>`;
}
