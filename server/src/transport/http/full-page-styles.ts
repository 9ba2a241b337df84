import { type AccentTheme, accentTheme } from '@ventanilla/shared/theme/accent';
import type { Context } from 'hono';
import { type Asset, makeAsset, serveAsset } from './asset.ts';

const type = 'text/css; charset=utf-8';
/** Of pages whose address names no site. */
const neutral = '#2b49b5';
const mostKept = 200;

/** One sheet for each colour that an owner has chosen, compressed once. */
export function createSheets() {
  const sheets = new Map<string, Asset>();

  function sheetOf(accent: string): Asset {
    const known = sheets.get(accent);
    if (known) return known;
    const fresh = makeAsset(Buffer.from(fullPageStyles(accentTheme(accent))), type);
    if (sheets.size < mostKept) sheets.set(accent, fresh);
    return fresh;
  }

  return {
    serve: (context: Context, accent = neutral) =>
      serveAsset(context, sheetOf(accent), { 'Cache-Control': 'public, max-age=300' }),
  };
}

/** The widget's measures and colours on a page; the panel brings its own. */
function fullPageStyles({ accent, onAccent, accentText, accentTextDark }: AccentTheme): string {
  return `
:root {
  color-scheme: light dark;
  --canvas: #f4f2ee; --surface: #fff; --fill: #f1efea; --line: #e8e5df; --line-control: #8b867c;
  --ink: #1d1b18; --ink-2: #524e47; --ink-3: #6b665d; --notice: #fbf1de; --on-notice: #7d4e05;
  --accent: ${accent}; --on-accent: ${onAccent}; --accent-text: ${accentText};
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #121110; --surface: #1b1a18; --fill: #292724; --line: #2e2b28; --line-control: #7d776d;
    --ink: #f1efea; --ink-2: #c2bdb3; --ink-3: #a09a8f; --notice: #33270f; --on-notice: #efbd6e;
    --accent-text: ${accentTextDark};
  }
}
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
html { background: var(--canvas); }
body { font: 16px/24px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; color: var(--ink); overflow-wrap: anywhere; }
main { min-block-size: 100vh; max-inline-size: 640px; margin-inline: auto; padding: 16px 20px 40px; background: var(--surface); }
a { color: var(--accent-text); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent-text); outline-offset: 2px; }
header { display: flex; align-items: center; gap: 12px; margin-block-end: 20px; }
h1 { flex: 1; font-size: 16px; font-weight: 600; line-height: 24px; }
h2 { font-size: 20px; font-weight: 600; line-height: 28px; letter-spacing: -0.012em; text-wrap: balance; }
header a { font-size: 14px; }
.sign { flex: none; inline-size: 32px; block-size: 32px; }
.sign rect { fill: var(--accent); }
.sign path { stroke: var(--on-accent); }
.notice { margin-block-end: 20px; padding: 12px 16px; border-radius: 12px; background: var(--notice); color: var(--on-notice); }
.promise { font-size: 14px; color: var(--ink-2); }
label { display: block; font-weight: 600; }
.ask { padding-block: 4px 12px; font-size: 24px; line-height: 32px; letter-spacing: -0.015em; }
.small { padding-block-end: 6px; font-size: 14px; }
textarea, input[type='email'] { display: block; inline-size: 100%; padding: 11px 14px; border: 1px solid var(--line-control); border-radius: 12px; background: none;
  color: inherit; font: inherit; resize: vertical; }
textarea:focus, input[type='email']:focus { outline: 0; border-color: var(--accent-text); box-shadow: 0 0 0 1px var(--accent-text); }
.faint { margin-block-start: 10px; font-size: 14px; line-height: 20px; color: var(--ink-3); }
.address { margin-block-start: 20px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; margin-block-start: 16px; }
.button { min-block-size: 44px; padding: 0 28px; border: 1px solid transparent; border-radius: 12px; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; cursor: pointer; }
.link { min-block-size: 44px; padding: 0; border: 0; background: none; color: var(--ink-2); font: inherit; font-size: 14px; text-align: start;
  text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
section { margin-block-end: 24px; padding-block-end: 20px; border-block-end: 1px solid var(--line); }
ol, ul { padding: 0; list-style: none; }
.lines { margin-block: 16px; }
.lines li { margin-block-end: 14px; }
.lines .own { text-align: end; }
.bubble { inline-size: fit-content; max-inline-size: 85%; padding: 9px 14px; border-radius: 18px; background: var(--fill); white-space: pre-wrap; text-align: start; unicode-bidi: plaintext; }
.bubble + .bubble { margin-block-start: 4px; }
.own .bubble { margin-inline-start: auto; background: var(--accent); color: var(--on-accent); }
.own .bubble a { color: inherit; }
.meta { padding: 4px 4px 0; font-size: 13px; line-height: 18px; color: var(--ink-3); }
.lines .system { font-size: 13px; line-height: 18px; text-align: center; color: var(--ink-3); }
.slip { padding: 16px 20px; border-radius: 14px; background: var(--fill); background: color-mix(in srgb, var(--accent) 9%, var(--surface)); }
.slip p { color: var(--ink-2); }
.slip .number { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; font-size: 28px; font-weight: 600; line-height: 36px;
  letter-spacing: -0.01em; font-variant-numeric: tabular-nums; color: var(--accent-text); }
.slip .strong { color: var(--ink); font-weight: 500; }
.slip .rest { margin-block-start: 12px; padding-block-start: 12px; border-block-start: 1.5px dashed var(--line-control); font-size: 14px; line-height: 20px; }
.chip { padding: 1px 8px; border-radius: 8px; background: var(--surface); color: var(--ink-2); font-size: 13px; font-weight: 500; line-height: 20px; letter-spacing: 0; }
.state { font-weight: 500; }
.again { margin-block-start: 14px; }
nav { margin-block-end: 24px; padding-block-end: 16px; border-block-end: 1px solid var(--line); }
nav h2 { font-size: 14px; line-height: 20px; color: var(--ink-2); letter-spacing: 0; }
nav li { padding-block: 6px; }
nav .chip { background: var(--fill); }
.alone { display: grid; align-content: center; justify-items: center; gap: 12px; text-align: center; text-wrap: balance; }
.alone h1 { flex: none; font-size: 24px; line-height: 32px; letter-spacing: -0.015em; }
.alone p { color: var(--ink-2); }
.alone .sign { inline-size: 48px; block-size: 48px; margin-block-end: 8px; }
@media (min-width: 720px) {
  main { min-block-size: 0; margin-block: 32px; padding: 24px 40px 40px; border-radius: 16px; box-shadow: 0 1px 2px rgb(40 34 22 / 7%); }
  .alone { min-block-size: 60vh; }
}
@media (scripting: enabled) {
  .live main { animation: wait 4s step-end; }
  @keyframes wait { from { visibility: hidden; } }
}
@media (forced-colors: active) {
  .bubble, .button, .slip, .notice { border: 1px solid; }
}
`;
}
