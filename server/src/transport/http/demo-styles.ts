import { html } from 'hono/html';

/** The sheet of the demonstration page: a small company of its own, so that the widget is seen on somebody else's site. */
export const demoStyles = html`
:root {
  color-scheme: light dark;
  --paper: #f7f5ef; --card: #fffefb; --ink: #1e2a24; --soft: #4f5d55; --line: #dfdccf;
  --leaf: #1f6147; --on-leaf: #ffffff; --leaf-soft: #e2ede4; --sun: #e3a72f; --sky: #dfeaf0;
  --trunk: #7b6a52; --far: #9dbfa5; --near: #3f7f60;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141a17; --card: #1c2420; --ink: #edf1ec; --soft: #b4c0b8; --line: #313b35;
    --leaf: #8fd0ae; --on-leaf: #10231a; --leaf-soft: #20322a; --sun: #d79a2b; --sky: #1b2a31;
    --trunk: #8a7a63; --far: #2f4d3d; --near: #55906f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-block-start: 88px; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, 'Iowan Old Style', 'Noto Serif', serif; }
h1, h2, h3, .ui { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
h1 { margin: 0; font-size: clamp(32px, 5vw, 52px); line-height: 1.1; letter-spacing: -0.025em; text-wrap: balance; }
h2 { margin: 0 0 8px; font-size: 30px; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
h3 { margin: 0; font-size: 17px; line-height: 1.4; }
p { margin: 0; text-wrap: pretty; }
a { color: inherit; text-underline-offset: 3px; }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 3px; border-radius: 6px; }
.wrap { max-inline-size: 1080px; margin-inline: auto; padding-inline: 24px; }
.skip { position: absolute; inset-inline-start: 16px; inset-block-start: -80px; padding: 8px 16px; background: var(--card); }
.skip:focus { inset-block-start: 12px; z-index: 2; }
.bar { position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); border-block-end: 1px solid var(--line); }
.bar .wrap { display: flex; flex-wrap: wrap; gap: 4px 28px; align-items: center; min-block-size: 64px; padding-block: 8px; }
.brand { display: flex; gap: 10px; align-items: center; margin-inline-end: auto; font-weight: 650; font-size: 18px; text-decoration: none; }
.brand svg { inline-size: 28px; block-size: 28px; }
.bar nav { display: flex; flex-wrap: wrap; gap: 4px 24px; font-size: 15px; }
.bar nav a { padding-block: 6px; text-decoration: none; color: var(--soft); }
.bar nav a:hover { color: var(--ink); text-decoration: underline; }
.hero { display: grid; grid-template-columns: 1.15fr 1fr; gap: 56px; align-items: center; padding-block: 64px; }
.hero > * { min-inline-size: 0; }
.lead { margin-block: 20px 28px; font-size: 20px; line-height: 1.55; color: var(--soft); }
.actions { display: flex; flex-wrap: wrap; gap: 12px; }
.button { display: inline-block; padding: 11px 22px; border: 1px solid var(--leaf); border-radius: 999px; background: var(--leaf);
  color: var(--on-leaf); font-size: 16px; font-weight: 600; line-height: 24px; text-decoration: none; cursor: pointer; }
.button.quiet { background: transparent; color: var(--leaf); }
.scene { border-radius: 24px; overflow: hidden; background: var(--sky); }
.scene svg { display: block; inline-size: 100%; block-size: auto; }
.status { display: flex; gap: 12px; padding: 16px 20px; background: var(--card); font-size: 15px; line-height: 1.5; color: var(--soft); }
.status strong { display: block; color: var(--ink); }
.status i { flex: none; inline-size: 10px; block-size: 10px; margin-block-start: 7px; border-radius: 50%; background: var(--near); }
.band { padding-block: 64px; border-block-start: 1px solid var(--line); }
.plans { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr)); gap: 20px; margin-block-start: 32px; }
.plan { padding: 24px; border: 1px solid var(--line); border-radius: 20px; background: var(--card); color: var(--soft); }
.plan h3 { color: var(--leaf); }
.plan .speed { display: block; margin-block: 6px 2px; font-size: 34px; font-weight: 680; line-height: 1.2; letter-spacing: -0.02em; color: var(--ink); }
.plan .price { margin-block-end: 14px; font-size: 15px; color: var(--ink); }
.plan p:last-child { font-size: 16px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 20px 48px; margin-block-start: 16px; color: var(--soft); }
.questions { margin-block-start: 20px; border-block-start: 1px solid var(--line); }
.questions details { border-block-end: 1px solid var(--line); }
.questions summary { padding-block: 16px; font-size: 17px; font-weight: 600; cursor: pointer; }
.questions summary::marker { color: var(--leaf); }
.questions p { max-inline-size: 62ch; padding-block-end: 20px; color: var(--soft); }
.end { padding-block: 32px 112px; border-block-start: 1px solid var(--line); font-size: 15px; color: var(--soft); }
@media (max-width: 820px) {
  html { scroll-padding-block-start: 120px; }
  .hero { grid-template-columns: 1fr; gap: 36px; padding-block: 40px; }
  .band { padding-block: 44px; }
}`;
