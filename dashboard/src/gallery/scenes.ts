import { batch } from '@preact/signals';
import { limits } from '@ventanilla/shared/limits';
import { emptyInbox, openInbox } from '@ventanilla/shared/state/inbox';
import { aMoment, anEntry, anId } from '@ventanilla/shared/testing/builders';
import { writing } from '../article-writing.ts';
import { attachments } from '../attachments.ts';
import * as desk from '../desk.ts';
import { keepDraft, noDraft } from '../drafts.ts';
import { isKeySheetOpen, isPaletteOpen } from '../keys.ts';
import { readyAgain } from '../model/attachments.ts';
import { directoryOf } from '../model/directory.ts';
import type { Unsent } from '../model/outbox.ts';
import { paths } from '../paths.ts';
import { type Answers, says, unreachable } from './scripted-desk.ts';
import * as story from './story.ts';

interface Scene {
  path: string;
  answers: Answers;
  /** Puts the desk into the state that is to be seen. */
  show: () => void;
}

/** Signed in as Marta, with the whole afternoon in the inbox. */
function anOpenDesk(conversations = [story.queued, story.lucia, ...story.others]): void {
  batch(() => {
    desk.phase.value = { kind: 'open' };
    desk.agentId.value = story.marta.id;
    desk.agents.value = directoryOf([story.marta, story.diego, story.ines, story.diana]);
    desk.sites.value = directoryOf([story.site]);
    desk.publicUrl.value = 'https://ayuda.alamedafibra.example';
    desk.inbox.value = openInbox(emptyInbox, { conversations, position: 1, isSnapshot: true });
  });
}

const conversation = (detail = story.lucia, entries = story.thread): Answers => ({
  'conversation:past': says({ conversations: story.past }),
  'conversation:open': says({ conversation: detail, entries, position: 1, isSnapshot: true }),
});

const unsent = (part: Partial<Unsent>): Unsent => ({
  clientId: 'a',
  conversationId: story.lucia.id,
  kind: 'message',
  body: 'Sí, si hace falta. Mañana a las 9:00 miramos tu línea desde la central.',
  files: [],
  seenSeq: 9,
  position: 1,
  writtenAt: aMoment,
  state: 'sending',
  failure: null,
  ...part,
});

const atLucia = paths.conversation(story.lucia.id);
const show = () => anOpenDesk();
const showWith =
  (...writings: Unsent[]) =>
  () => {
    anOpenDesk();
    desk.outbox.value = writings;
  };
const ticketPage = says({
  ticket: story.ticket,
  conversation: story.ticketed,
  entries: story.ticketedThread,
  followUp: '',
  history: story.history,
  isSnapshot: true,
  position: 1,
});

export const scenes = {
  opening: { path: paths.inbox, answers: {}, show: () => undefined },
  'sign-in': {
    path: paths.inbox,
    answers: {},
    show: () => {
      desk.phase.value = { kind: 'signedOut', failure: null, agentId: '' };
    },
  },
  'session-ended': {
    path: paths.inbox,
    answers: {},
    show: () => {
      desk.phase.value = { kind: 'signedOut', failure: { code: 'unauthenticated' }, agentId: '' };
    },
  },
  refused: {
    path: paths.inbox,
    answers: {},
    show: () => {
      desk.phase.value = { kind: 'refused', failure: { code: 'unsupported_protocol' } };
    },
  },
  forgot: { path: paths.forgot, answers: {}, show: () => undefined },
  reset: { path: `${paths.reset}#secret`, answers: {}, show: () => undefined },
  'bad-reset': { path: paths.reset, answers: {}, show: () => undefined },
  'first-run': { path: paths.inbox, answers: {}, show: () => anOpenDesk([]) },
  inbox: { path: paths.inbox, answers: {}, show },
  'inbox-truncated': {
    path: paths.inbox,
    answers: {},
    show: () => {
      show();
      desk.isInboxTruncated.value = true;
    },
  },
  conversation: { path: atLucia, answers: conversation(), show },
  queued: {
    path: paths.conversation(story.queued.id),
    answers: conversation(story.queued, [
      anEntry({ seq: 1, body: story.queued.preview, createdAt: story.queued.queuedAt }),
    ]),
    show,
  },
  loading: { path: atLucia, answers: {}, show },
  'not-opened': {
    path: atLucia,
    answers: { 'conversation:open': { ok: false, error: { code: 'internal', requestId: '7f3a-81c2' } } },
    show,
  },
  sending: {
    path: atLucia,
    answers: conversation(),
    show: showWith(unsent({}), unsent({ clientId: 'b', kind: 'note', state: 'waiting' })),
  },
  failed: {
    path: atLucia,
    answers: conversation(),
    show: showWith(unsent({ state: 'failed', failure: { code: 'forbidden' } })),
  },
  conflict: {
    path: atLucia,
    answers: conversation(story.lucia, [
      ...story.thread,
      anEntry({
        seq: 10,
        authorKind: 'agent',
        authorId: story.diego.id,
        authorName: story.diego.name,
        body: 'Hola, Lucía. Mañana entre las 11:00 y las 13:00 va una técnica a tu casa.',
        createdAt: aMoment - 20_000,
      }),
    ]),
    show: showWith(unsent({ state: 'conflict', failure: { code: 'conflict' } })),
  },
  files: {
    path: atLucia,
    answers: conversation(story.lucia, story.threadWithFiles),
    show: () => {
      showWith(unsent({ body: '', files: [story.invoice], state: 'waiting' }))();
      attachments.value = new Map([
        [
          story.lucia.id,
          [
            readyAgain(story.invoice),
            { ...readyAgain(story.invoice), key: 'b', name: 'esquema.png', state: 'uploading', share: 0.38 },
            {
              ...readyAgain(story.invoice),
              key: 'c',
              name: 'grabacion-de-la-llamada.wav',
              state: 'failed',
              failure: { code: 'too_large', details: { maxBytes: limits.fileBytes } },
            },
          ],
        ],
      ]);
    },
  },
  earlier: {
    path: atLucia,
    answers: conversation(
      story.lucia,
      story.thread.map((entry) => ({ ...entry, seq: entry.seq + 200 })),
    ),
    show,
  },
  offline: {
    path: atLucia,
    answers: conversation(),
    show: () => {
      showWith(unsent({ state: 'waiting' }))();
      desk.offlineSince.value = aMoment - 3 * 60_000;
    },
  },
  onlyHere: {
    path: atLucia,
    answers: conversation(),
    show: () => {
      // As in a browser whose storage is blocked.
      Object.defineProperty(window, 'localStorage', { get: () => undefined });
      anOpenDesk();
      keepDraft(story.marta.id, story.lucia.id, { ...noDraft, body: 'Mañana a las 9:00 miramos tu línea.' });
    },
  },
  ticketed: { path: atLucia, answers: conversation(story.ticketed, story.ticketedThread), show },
  ended: {
    path: atLucia,
    answers: conversation({ ...story.lucia, state: 'ended', outcome: 'answered', deadlineReason: '', deadlineAt: 0 }),
    show,
  },
  discarded: {
    path: atLucia,
    answers: conversation({
      ...story.lucia,
      state: 'ended',
      outcome: 'discarded',
      discardReason: 'spam',
      deadlineReason: '',
      deadlineAt: 0,
    }),
    show,
  },
  typing: {
    path: atLucia,
    answers: conversation(),
    show: () => {
      anOpenDesk();
      desk.typing.value = { conversationId: story.lucia.id, authorId: story.lucia.visitorId, at: aMoment };
    },
  },
  notice: {
    path: paths.inbox,
    answers: {},
    show: () => {
      anOpenDesk();
      desk.notice.value = 'Ya la tiene Diego Arnau.';
    },
  },
  palette: {
    path: atLucia,
    answers: conversation(),
    show: () => {
      anOpenDesk();
      setTimeout(() => {
        isPaletteOpen.value = true;
      }, 1_000);
    },
  },
  keys: {
    path: paths.inbox,
    answers: {},
    show: () => {
      anOpenDesk();
      isKeySheetOpen.value = true;
    },
  },
  tickets: {
    path: paths.tickets,
    answers: { 'ticket:list': says({ tickets: story.tickets, next: 'more', position: 1 }) },
    show,
  },
  'tickets-empty': {
    path: paths.tickets,
    answers: { 'ticket:list': says({ tickets: [], next: '', position: 1 }) },
    show,
  },
  'tickets-loading': { path: paths.tickets, answers: {}, show },
  'tickets-unreachable': { path: paths.tickets, answers: { 'ticket:list': unreachable }, show },
  ticket: {
    path: paths.ticket(story.ticket.number),
    answers: { 'ticket:open': ticketPage, 'conversation:past': says({ conversations: [] }) },
    show,
  },
  rated: {
    path: atLucia,
    answers: conversation({
      ...story.lucia,
      state: 'ended',
      outcome: 'answered',
      deadlineReason: '',
      deadlineAt: 0,
      rating: 'good',
      ratingComment: 'Muy amables.\nTardó un poco, pero quedó resuelto.',
    }),
    show,
  },
  'ticket-solved': {
    path: paths.ticket(story.ticket.number),
    answers: {
      'ticket:open': says({
        ticket: { ...story.ticket, status: 'solved' },
        conversation: { ...story.ticketed, ticket: { ...story.ticket, status: 'solved' } },
        entries: story.ticketedThread,
        followUp: '',
        history: story.history,
        isSnapshot: true,
        position: 1,
      }),
    },
    show,
  },
  'ticket-closed': {
    path: paths.ticket(story.ticket.number),
    answers: {
      'ticket:open': says({
        ticket: { ...story.ticket, status: 'closed', dueAt: 0 },
        conversation: { ...story.ticketed, ticket: { ...story.ticket, status: 'closed', dueAt: 0 } },
        entries: story.ticketedThread,
        followUp: 'VEN-1063',
        history: story.history,
        isSnapshot: true,
        position: 1,
      }),
    },
    show,
  },
  'ticket-missing': {
    path: paths.ticket('VEN-9999'),
    answers: { 'ticket:open': { ok: false, error: { code: 'not_found' } } },
    show,
  },
  articles: { path: paths.articles, answers: story.knowledge, show },
  'articles-empty': {
    path: paths.articles,
    answers: {
      'article:list': says({
        articles: [],
        next: '',
        counts: { draft: 0, published: 0, archived: 0 },
        categories: [],
      }),
      'miss:list': says({ misses: [], total: 0 }),
    },
    show,
  },
  'articles-unreachable': { path: paths.articles, answers: { 'article:list': unreachable }, show },
  article: { path: paths.article(story.article.id), answers: story.knowledge, show },
  'article-conflict': {
    path: paths.article(story.article.id),
    answers: story.knowledge,
    show: () => {
      anOpenDesk();
      setTimeout(() => {
        const before = writing.value;
        if (before) writing.value = { ...before, state: 'conflict', theirs: { ...story.article, version: 9 } };
      }, 1_000);
    },
  },
  'article-missing': {
    path: paths.article(story.article.id),
    answers: { 'article:open': { ok: false, error: { code: 'not_found' } } },
    show,
  },
  site: { path: paths.site(story.site.id), answers: { 'site:sightings': says({ sightings: [] }) }, show },
  'site-live': {
    path: paths.site(story.site.id),
    answers: { 'site:sightings': says({ sightings: story.sightings.slice(1) }) },
    show,
  },
  'site-blocked': {
    path: paths.site(story.site.id),
    answers: { 'site:sightings': says({ sightings: story.sightings }) },
    show,
  },
  'new-site': { path: paths.newSite, answers: {}, show },
  team: {
    path: paths.team,
    answers: {
      'invitation:list': says({
        invitations: [
          {
            id: anId('invitation', 1),
            email: 'pau@alameda.example',
            name: 'Pau Orts',
            role: 'agent',
            siteIds: [story.site.id],
            expiresAt: aMoment + 5 * 86_400_000,
          },
        ],
      }),
    },
    show,
  },
  settings: { path: paths.settings, answers: {}, show },
  nowhere: { path: `${paths.base}/nowhere`, answers: {}, show },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
