import { type Attributes, loadVentanilla, type Verbs, type ventanilla } from './index.ts';

/* Checked by the compiler, never run: what a page may write, and what it may not. */

const api: typeof ventanilla = loadVentanilla({ server: 'https://desk.example.com', siteKey: 'k3f9', locale: 'es' });
loadVentanilla({
  server: '/',
  siteKey: 'k',
  position: 'start',
  zIndex: 7,
  hideLauncher: true,
  defer: true,
  nonce: 'x',
});
// @ts-expect-error where the server is must be said
loadVentanilla({ siteKey: 'k3f9' });
// @ts-expect-error there is no such language
loadVentanilla({ server: '/', siteKey: 'k3f9', locale: 'fr' });

const done: Promise<void> = api('open');
void done;
void api('boot', { colorScheme: 'dark', accent: '#2b49b5' });
void api('newMessage');
void api('newMessage', 'Hola');
void api('identify', { token: 'a.b.c' }).then(({ name, email }): string => name + email);
void api('setAttributes', { plan: 'Fibra 600', order: 4_711, isCustomer: true, gone: null } satisfies Attributes);
void api('showTicket', 'VEN-1042').catch(({ code }) => code);
// @ts-expect-error there is no such verb
void api('fly');
// @ts-expect-error it takes none
void api('open', 1);
// @ts-expect-error who is signed in is said by a token
void api('identify', { name: 'Lucía' });
// @ts-expect-error texts, numbers and booleans
void api('setAttributes', { plan: { name: 'Fibra' } });
// @ts-expect-error there is no such scheme
void api('setColorScheme', 'sepia');

void api('on', 'unread', ({ detail }) => detail.toFixed());
void api('on', 'rated', ({ detail: { rating, conversationId } }) => [rating satisfies string, conversationId]);
void api('on', 'open', ({ type }) => type satisfies string);
// @ts-expect-error it has no detail
void api('on', 'open', ({ detail }) => detail);
void api('on', 'close', () => {}).then((off) => off());
// @ts-expect-error there is no such event
void api('on', 'flown', () => {});
// @ts-expect-error the number of unread answers is a number
void api('on', 'unread', ({ detail }: CustomEvent<string>) => detail);
// @ts-expect-error somebody has to listen
void api('on', 'open');

void window.ventanilla?.('toggle');
// @ts-expect-error it is there once the script has come
void window.ventanilla('toggle');
export type EveryVerb = Parameters<typeof ventanilla>[0] | keyof Verbs;
