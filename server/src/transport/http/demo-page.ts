import type { Locale } from '@ventanilla/shared/vocabulary';
import { html } from 'hono/html';
import { demoStyles } from './demo-styles.ts';
import { pageTexts } from './page-texts.ts';

/** A page of a company that does not exist, with the tag of a real site on it. */
export function demoPage(locale: Locale, siteKey: string, nonce: string) {
  const texts = pageTexts[locale].demo;
  const otherLocale: Locale = locale === 'es' ? 'en' : 'es';
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="${texts.about}">
<title>${texts.title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${demoStyles}</style>
</head>
<body>
<header class="bar ui">
<a class="skip ui" href="#content">${texts.skip}</a>
<div class="wrap">
<a class="brand" href="#content">${tree()}Alameda Fibra</a>
<nav aria-label="${texts.navigation}">
<a href="#plans">${texts.plans}</a>
<a href="#coverage">${texts.coverage}</a>
<a href="#help">${texts.help}</a>
<a href="?lang=${otherLocale}" lang="${otherLocale}" hreflang="${otherLocale}">${texts.otherLanguage}</a>
</nav>
</div>
</header>
<main id="content">
<section class="wrap hero">
<div>
<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p>
<div class="actions ui">
<button class="button ui" type="button" id="write">${texts.write}</button>
<a class="button quiet" href="#plans">${texts.seePlans}</a>
</div>
</div>
<div class="scene">
${avenue()}
<p class="status ui"><i></i><span><strong>${texts.statusTitle}</strong>${texts.statusLine}</span></p>
</div>
</section>
<section class="band" id="plans">
<div class="wrap">
<h2>${texts.plansTitle}</h2>
<p>${texts.plansLead}</p>
<div class="plans">
${Object.values(texts.plan).map(
  (plan) => html`<article class="plan">
<h3>${plan.name}</h3>
<strong class="speed ui">${plan.speed}</strong>
<p class="price ui">${plan.price} ${texts.month}</p>
<p>${plan.line}</p>
</article>`,
)}
</div>
</div>
</section>
<section class="band" id="coverage">
<div class="wrap">
<h2>${texts.coverageTitle}</h2>
<div class="columns"><p>${texts.coverageFirst}</p><p>${texts.coverageSecond}</p></div>
</div>
</section>
<section class="band" id="help">
<div class="wrap">
<h2>${texts.helpTitle}</h2>
<div class="questions">
${Object.values(texts.questions).map(
  ({ question, answer }) => html`<details>
<summary class="ui">${question}</summary>
<p>${answer}</p>
</details>`,
)}
</div>
</div>
</section>
</main>
<footer class="end ui"><div class="wrap"><p>${texts.footer}</p></div></footer>
<script async nonce="${nonce}" src="/w/${siteKey}.js" data-locale="${locale}"></script>
<script nonce="${nonce}">
document.getElementById('write').addEventListener('click', () => window.ventanilla?.('open'));
</script>
</body>
</html>`;
}

/** The sign: a poplar. */
function tree() {
  return html`<svg viewBox="0 0 28 28" aria-hidden="true"><path d="M14 2c5 5 6 9 6 13a6 6 0 0 1-12 0c0-4 1-8 6-13z" fill="var(--leaf)"/><path d="M14 12v14" stroke="var(--trunk)" stroke-width="2" stroke-linecap="round"/></svg>`;
}

/** An avenue of poplars, with the line that runs below it. */
function avenue() {
  return html`<svg viewBox="0 0 480 300" aria-hidden="true">
<circle cx="376" cy="78" r="34" fill="var(--sun)"/>
<path d="M0 214c90-40 170-44 250-26s160 14 230-12v124H0z" fill="var(--far)"/>
<g fill="var(--near)">
<path d="M74 64c26 44 34 78 34 112a34 34 0 0 1-68 0c0-34 8-68 34-112z"/>
<path d="M166 96c21 36 28 62 28 90a28 28 0 0 1-56 0c0-28 7-54 28-90z"/>
<path d="M244 120c17 29 22 50 22 72a22 22 0 0 1-44 0c0-22 5-43 22-72z"/>
<path d="M308 138c13 23 17 38 17 56a17 17 0 0 1-34 0c0-18 4-33 17-56z"/>
</g>
<path d="M74 150v98M166 168v78M244 180v62M308 188v50" stroke="var(--trunk)" stroke-width="5" stroke-linecap="round"/>
<path d="M0 246c120-8 260-14 480-8v62H0z" fill="var(--leaf-soft)"/>
<path d="M-6 276c70-22 120 16 196-4s120-14 180-6 84 2 116-8" fill="none" stroke="var(--sun)" stroke-width="4" stroke-linecap="round"/>
</svg>`;
}
