import { type DemoState, demoStates } from '@ventanilla/shared/demo-states';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { html } from 'hono/html';
import { pageTexts } from './page-texts.ts';

export const schemes = ['light', 'dark', 'auto'] as const;
/** Of a frame: a phone, the panel beside a page, and a desktop at 400 %. */
export const widths = ['phone', 'panel', 'narrow'] as const;
const pixels = { phone: 390, panel: 520, narrow: 320 };

export interface StatesView {
  locale: Locale;
  scheme: (typeof schemes)[number];
  width: (typeof widths)[number];
}

const styles = `
:root { color-scheme: light dark; --ink: light-dark(#1d1b18, #f1efea); --ink-2: light-dark(#524e47, #c2bdb3); --page: light-dark(#eceae5, #131211); --line: light-dark(#d8d4cc, #38352f); }
:root[data-scheme='light'] { color-scheme: light; }
:root[data-scheme='dark'] { color-scheme: dark; }
body { margin: 0; padding: 32px; background: var(--page); color: var(--ink); font: 15px/22px system-ui, sans-serif; }
h1 { margin: 0; font-size: 24px; line-height: 32px; letter-spacing: -0.012em; }
p { max-inline-size: 68ch; margin: 4px 0 0; color: var(--ink-2); }
nav { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-block: 16px 32px; }
nav span { display: inline-flex; gap: 12px; }
a { color: inherit; text-underline-offset: 3px; }
a[aria-current] { font-weight: 600; text-decoration: none; }
.states { display: grid; gap: 32px 24px; grid-template-columns: repeat(auto-fill, minmax(min(var(--frame), 100%), var(--frame))); }
h2 { display: flex; gap: 12px; justify-content: space-between; margin: 0 0 8px; font-size: 14px; line-height: 20px; }
h2 a { font-weight: 400; color: var(--ink-2); }
iframe { display: block; inline-size: 100%; block-size: 700px; border: 1px solid var(--line); border-radius: 12px; background: var(--page); }
`;

/** The overview: a frame for each, and ways to look at all of them in other clothes. */
export function allStatesPage(view: StatesView, nonce: string) {
  const texts = pageTexts[view.locale].states;
  const otherLocale: Locale = view.locale === 'es' ? 'en' : 'es';
  return html`<!doctype html>
<html lang="${view.locale}" data-scheme="${view.scheme}">
<head>
${head(texts.title)}
<style nonce="${nonce}">${styles}.states { --frame: ${pixels[view.width]}px; }</style>
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p>${texts.lead}</p>
<nav aria-label="${texts.title}">
<a href="?${queryOf({ ...view, locale: otherLocale })}" lang="${otherLocale}">${texts.otherLanguage}</a>
<span>${texts.scheme}: ${schemes.map((scheme) => choice({ ...view, scheme }, scheme === view.scheme, texts.schemes[scheme]))}</span>
<span>${texts.width}: ${widths.map((width) => choice({ ...view, width }, width === view.width, texts.widths[width]))}</span>
</nav>
<div class="states">
${demoStates.map((state) => frame(state, view))}
</div>
</main>
</body>
</html>`;
}

/** One of them by itself, as its frame shows it: the widget on an empty page. */
export function oneStatePage(state: DemoState, { locale, scheme }: StatesView, build: string, nonce: string) {
  return html`<!doctype html>
<html lang="${locale}" data-scheme="${scheme}">
<head>
${head(pageTexts[locale].states.name[state])}
<style nonce="${nonce}">${styles}</style>
<script type="module" nonce="${nonce}" src="/w/chunks/states-${build}.js"></script>
</head>
<body></body>
</html>`;
}

function frame(state: DemoState, view: StatesView) {
  const texts = pageTexts[view.locale].states;
  const address = `?${queryOf({ state, ...view })}`;
  return html`<section id="${state}">
<h2>${texts.name[state]} <a href="${address}">${texts.alone}</a></h2>
${state === 'httpDoor' ? html`<p>${texts.httpDoorNote}</p>` : ''}
<iframe src="/demo/states${address}" title="${texts.name[state]}" loading="lazy"></iframe>
</section>`;
}

function choice(view: StatesView, isChosen: boolean, words: string) {
  return html`<a href="?${queryOf(view)}" ${isChosen ? html`aria-current="true"` : ''}>${words}</a> `;
}

function queryOf(view: StatesView | (StatesView & { state: DemoState })): string {
  return new URLSearchParams({ ...view }).toString();
}

function head(title: string) {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">`;
}
