import { accentTheme } from '@ventanilla/shared/theme/accent';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import { filePath } from '@ventanilla/shared/wire/file';
import { createElement, render } from 'preact';
import contrastStyles from '../adapt/contrast.css?inline';
import { addStyles } from '../add-styles.ts';
import { now } from '../clock.ts';
import comfortStyles from '../panel/comfort/comfort.css?inline';
import { Newest } from '../panel/comfort/Newest.tsx';
import { whileLost } from '../panel/comfort/while-lost.ts';
import { words } from '../panel/comfort/words.tsx';
import * as files from '../panel/files/Files.tsx';
import { type Picked, pick, uploadAll } from '../panel/files/picked.ts';
import { refuseFiles } from '../panel/keep-to-itself.ts';
import panelStyles from '../panel/panel.css?inline';
import type { PartScene } from '../panel/parts.ts';
import type { Actions } from '../panel/scene.ts';
import { Refused as RefusedMessage, type RefusedProps } from '../panel/seldom/Refused.tsx';
import * as seldom from '../panel/seldom/Seldom.tsx';
import { styles as talkStyles } from '../panel/talk/Conversation.tsx';
import { accentTokens } from '../panel/theme.ts';
import * as ticket from '../panel/ticket/TicketSlip.tsx';
import { createTimes } from '../panel/times.ts';
import { openLinkDesk } from './link-desk.ts';
import { TicketPage } from './TicketPage.tsx';
import { pageTexts } from './texts.ts';
import pageStyles from './ticket-page.css?inline';

/** Until the ticket says whose it is. */
const usualAccent = '#2b49b5';

const page = document.documentElement;
const secret = location.hash.slice(1);
const canMail = 'mail' in page.dataset;
const askedFor = locales.find((locale) => locale === page.lang) ?? 'es';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const box = document.body.appendChild(document.createElement('div'));
const desk = openLinkDesk(secret, draw);
let draft = '';
let picked: Picked[] = [];

/** Here is one ticket, and no way to another conversation. */
const Refused = (props: RefusedProps) => RefusedMessage({ ...props, canBegin: false });

const nothing = () => {};
const actions: Actions = {
  close: nothing,
  show: nothing,
  begin: nothing,
  leaveMessage: nothing,
  carry: nothing,
  reconnect: nothing,
  want: nothing,
  reach() {},
  wish: async () => false,
  setDraft(_key, text) {
    draft = text;
    draw();
  },
  attach(_key, chosen) {
    picked = pick(picked, chosen);
    draw();
  },
  detach(_key, one) {
    one.upload?.abort();
    picked = picked.filter((other) => other !== one);
    draw();
  },
  async fetchFile(id) {
    const response = await desk.request(`${filePath}/${id}`, {});
    if (!response.ok) throw new Error('no such file');
    return response.blob();
  },
  send: () => void send(),
  retry: desk.retry,
  discard: desk.discard,
};

/** First what was chosen, then the words with it; if something is in the way, both stay where they are. */
async function send(): Promise<void> {
  if (picked.some(({ upload }) => upload)) return;
  if (picked.length > 0 && !(await uploadAll(picked, desk.request, draw))) return;
  const uploaded = picked.flatMap(({ ref }) => ref ?? []);
  if (draft.trim() === '' && uploaded.length === 0) return;
  const body = draft;
  draft = '';
  picked = [];
  desk.write(body, uploaded);
}

function draw(): void {
  const state = desk.state();
  const locale: Locale = state.linked?.locale ?? askedFor;
  const texts = pageTexts[locale];
  paint(state.linked?.site.accent ?? usualAccent, locale);
  if (state.linked) document.title = `${state.linked.ticket.number} · ${state.linked.site.name}`;
  const scene: PartScene<'talk'> = {
    texts: texts.talk,
    times: createTimes(locale, navigator.languages, texts.talk),
    now: now(),
    siteKey: state.linked?.site.key ?? '',
    siteName: state.linked?.site.name ?? '',
    isSiteOpen: true,
    availability: undefined,
    isAsking: false,
    popular: [],
    finder: undefined,
    screen: { name: 'conversation', key: '' },
    parts: {
      // One ticket has a head of its own.
      comfort: { words, whileLost, Newest, Menu: () => null, styles: comfortStyles, texts: texts.comfort },
      files: { ...files, texts: texts.files },
      ticket: { ...ticket, texts: texts.ticket },
      seldom: { ...seldom, Refused, texts: texts.seldom },
    },
    model: { ...state.model, link: state.isLost ? 'lost' : 'online' },
    isIncomplete: false,
    isOnline: !state.isLost,
    draft: () => draft,
    picked: () => picked,
    actions,
  };
  render(createElement(TicketPage, { scene, state, texts, canMail, hasSecret: secret !== '' }), box);
}

function paint(siteAccent: string, locale: Locale): void {
  const { accent, onAccent, accentText, accentTextDark } = accentTheme(siteAccent);
  page.lang = locale;
  page.dir = pageTexts[locale].talk.direction;
  box.dataset.theme = systemIsDark.matches ? 'dark' : 'light';
  const config = ['', '', '', locale, accent, onAccent, 'end', 0, accentText, accentTextDark, 1, 0] as const;
  for (const [name, value] of Object.entries(accentTokens([...config], systemIsDark.matches))) {
    box.style.setProperty(name, value);
  }
}

const allStyles = [
  panelStyles,
  talkStyles,
  comfortStyles,
  files.styles,
  ticket.styles,
  seldom.styles,
  pageStyles,
  contrastStyles,
];
for (const css of allStyles) addStyles(document, css);
refuseFiles(document);
systemIsDark.addEventListener('change', draw);
// Another link in the same tab is another ticket.
addEventListener('hashchange', () => location.reload());
draw();
if (secret !== '') void desk.watch();
