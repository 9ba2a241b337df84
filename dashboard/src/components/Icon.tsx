import type { VNode } from 'preact';

/** Line drawings on a 24 × 24 grid, in the manner of lucide; a name says what is drawn, not what it is for. */
const drawings = {
  window: [<path key="1" d="M5 20V11a7 7 0 0 1 14 0v9" />, <path key="2" d="M3 20h18M9 20v-7a3 3 0 0 1 6 0v7" />],
  inbox: [
    <path key="1" d="M3 13h5l2 3h4l2-3h5" />,
    <path key="2" d="M6 5h12l3 8v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-5z" />,
  ],
  ticket: [
    <path
      key="1"
      d="M3 7a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v3a2 2 0 0 0 0 4v3a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-3a2 2 0 0 0 0-4z"
    />,
    <path key="2" d="M14 6v2m0 3v2m0 3v2" />,
  ],
  sliders: [
    <path key="1" d="M3 8h9m6 0h3M3 16h3m6 0h9" />,
    <circle key="2" cx="15" cy="8" r="3" />,
    <circle key="3" cx="9" cy="16" r="3" />,
  ],
  book: [
    <path key="1" d="M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2z" />,
    <path key="2" d="M12 6v14" />,
  ],
  box: [
    <rect key="1" x="4" y="4" width="16" height="4" rx="1" />,
    <path key="2" d="M5 8v11a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V8M10 12h4" />,
  ],
  heading: [<path key="1" d="M7 5v14M17 5v14M7 12h10" />],
  bold: [<path key="1" d="M8 5h5a3.5 3.5 0 0 1 0 7H8zm0 7h6a3.5 3.5 0 0 1 0 7H8z" />],
  bulleted: [<path key="1" d="M10 6h10M10 12h10M10 18h10M5 6h.01M5 12h.01M5 18h.01" />],
  numbered: [
    <path
      key="1"
      d="M10 6h10M10 12h10M10 18h10M4 5l1-.5V8M4 12.5c1.5-1 2 .5 .8 1.5L4 15h2M4 17.5h1.7l-1 1.2c1.5 0 1.2 1.8-.7 1.3"
    />,
  ],
  search: [<circle key="1" cx="11" cy="11" r="6.5" />, <path key="2" d="m16 16 4.5 4.5" />],
  clip: [
    <path key="1" d="m20 11-8.4 8.4a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7" />,
  ],
  page: [
    <path key="1" d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z" />,
    <path key="2" d="M14 3v5h5" />,
  ],
  download: [<path key="1" d="M12 4v11m-5-5 5 5 5-5M5 20h14" />],
  reply: [<path key="1" d="M9 7 4 12l5 5" />, <path key="2" d="M4 12h10a6 6 0 0 1 6 6v1" />],
  lock: [<rect key="1" x="5" y="11" width="14" height="9" rx="2" />, <path key="2" d="M8 11V8a4 4 0 0 1 8 0v3" />],
  check: [<path key="1" d="m5 12 5 5 9-10" />],
  plus: [<path key="1" d="M12 5v14M5 12h14" />],
  cross: [<path key="1" d="m6 6 12 12M18 6 6 18" />],
  back: [<path key="1" d="m15 5-7 7 7 7" />],
  forward: [<path key="1" d="m9 5 7 7-7 7" />],
  down: [<path key="1" d="M12 5v14m-6-6 6 6 6-6" />],
  more: [<path key="1" d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.6" />],
  user: [<circle key="1" cx="12" cy="8" r="4" />, <path key="2" d="M5 20a7 7 0 0 1 14 0" />],
  people: [
    <circle key="1" cx="9" cy="8" r="3.5" />,
    <path key="2" d="M2.5 20a6.5 6.5 0 0 1 13 0M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5" />,
  ],
  mail: [<rect key="1" x="3" y="5" width="18" height="14" rx="2" />, <path key="2" d="m4 7 8 6 8-6" />],
  globe: [
    <circle key="1" cx="12" cy="12" r="9" />,
    <path key="2" d="M3 12h18M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9s1-6.5 3.5-9" />,
  ],
  laptop: [<rect key="1" x="5" y="5" width="14" height="10" rx="1.5" />, <path key="2" d="M3 19h18" />],
  signal: [<path key="1" d="M5 20v-4m7 4v-9m7 9V5" />],
  clock: [<circle key="1" cx="12" cy="12" r="9" />, <path key="2" d="M12 7v5l3 2" />],
  words: [<path key="1" d="M4 5h16v11H9l-5 4z" />],
  link: [
    <path key="1" d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7" />,
    <path key="2" d="M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17" />,
  ],
  shield: [<path key="1" d="M12 3 5 6v5c0 5 3 8.5 7 10 4-1.5 7-5 7-10V6z" />, <path key="2" d="m9 12 2 2 4-4" />],
  alert: [<circle key="1" cx="12" cy="12" r="9" />, <path key="2" d="M12 7.5v5m0 3.5v.01" />],
  refresh: [<path key="1" d="M20 11a8 8 0 0 0-14-4L3 10m0-5v5h5M4 13a8 8 0 0 0 14 4l3-3m0 5v-5h-5" />],
  unplugged: [
    <path
      key="1"
      d="m3 3 18 18M9 6a13 13 0 0 1 12 4M3 10a13 13 0 0 1 4-2.7M7 14a8 8 0 0 1 4-2M17 14l-1-.8M12 18v.01"
    />,
  ],
  copy: [
    <rect key="1" x="9" y="9" width="11" height="11" rx="2" />,
    <path key="2" d="M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3" />,
  ],
  keyboard: [
    <rect key="1" x="2.5" y="6" width="19" height="12" rx="2" />,
    <path key="2" d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8" />,
  ],
  leave: [<path key="1" d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9" />],
  moon: [<path key="1" d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />],
  info: [<circle key="1" cx="12" cy="12" r="9" />, <path key="2" d="M12 11v5m0-8v.01" />],
  glad: [<circle key="1" cx="12" cy="12" r="9" />, <path key="2" d="M8.5 14a4.2 4.2 0 0 0 7 0M9 9.5v.01M15 9.5v.01" />],
  plain: [<circle key="1" cx="12" cy="12" r="9" />, <path key="2" d="M8.5 15h7M9 9.5v.01M15 9.5v.01" />],
  sad: [<circle key="1" cx="12" cy="12" r="9" />, <path key="2" d="M8.5 16a4.2 4.2 0 0 1 7 0M9 9.5v.01M15 9.5v.01" />],
  eye: [
    <path key="1" d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />,
    <circle key="2" cx="12" cy="12" r="3" />,
  ],
  code: [<path key="1" d="m8 7-5 5 5 5M16 7l5 5-5 5" />],
  dashedRing: [<circle key="1" cx="12" cy="12" r="8.5" stroke-dasharray="3.5 3.18" />],
  halfRing: [
    <circle key="1" cx="12" cy="12" r="8.5" />,
    <path key="2" d="M12 7a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />,
  ],
  barredRing: [<circle key="1" cx="12" cy="12" r="8.5" />, <path key="2" d="M10 9v6m4-6v6" />],
  minusRing: [<circle key="1" cx="12" cy="12" r="8.5" />, <path key="2" d="M8.5 12h7" />],
  checkRing: [<circle key="1" cx="12" cy="12" r="8.5" />, <path key="2" d="m8.5 12 2.5 2.5 4.5-5" />],
  fullRing: [
    <circle key="1" cx="12" cy="12" r="8.5" />,
    <circle key="2" cx="12" cy="12" r="4" fill="currentColor" stroke="none" />,
  ],
  bars: [<path key="1" d="M9 6v12m6-12v12" />],
} satisfies Record<string, VNode[]>;

export type IconName = keyof typeof drawings;

/** Decoration: the words beside it, or its button's label, say the same. `isDirected` drawings flip in right-to-left. */
export function Icon({
  name,
  size = '',
  isDirected = false,
}: {
  name: IconName;
  size?: '' | 'large' | 'small';
  isDirected?: boolean;
}) {
  return (
    <svg class={`icon ${size} ${isDirected ? 'directed' : ''}`} viewBox="0 0 24 24" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
