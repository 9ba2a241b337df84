import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { addTag, anApp, ask } from '../fixtures/app-page.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { servePolicyPage } from '../fixtures/host-page.ts';
import { rememberShape } from '../fixtures/page-shape.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

async function anAgent(desk: Desk, page: Page): Promise<Dashboard> {
  await desk.changeSite({ pickUpMs: 600_000 });
  await desk.signIn(page.context());
  await page.goto(`${desk.url}/dashboard`);
  const dashboard = new Dashboard(page, 'es');
  await dashboard.queue.waitFor();
  return dashboard;
}

test("what the page says waits for the visitor's first word, and is shown to agents as the page's own", async ({
  page,
  browser,
  desk,
}) => {
  const agentPage = await (await browser.newContext({ locale: 'es-ES' })).newPage();
  onTestFinished(() => agentPage.context().close());
  const dashboard = await anAgent(desk, agentPage);
  const widget = await anApp(page, desk);
  await addTag(page);
  const talk: string[] = [];
  page.on('request', (request) => /\/api\//.test(request.url()) && talk.push(request.url()));
  page.on('websocket', (socket) => talk.push(socket.url()));

  expect(await ask(page, 'setAttributes', { plan: { is: 'Fibra' } })).toEqual({ code: 'invalid' });
  expect(await ask(page, 'setAttributes', 'Fibra')).toEqual({ code: 'invalid' });
  await ask(page, 'setAttributes', { plan: 'Fibra 300', pedido: 4_711 });
  await ask(page, 'setAttributes', { plan: 'Fibra 600', 'es cliente': true });
  expect(talk).toEqual([]);
  expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);

  await widget.open();
  await widget.ask('¿Qué tengo contratado?');
  await dashboard.row('¿Qué tengo contratado?').click();
  const { pageSays, pageSaysHint } = dashboard.texts.context;
  const claims = agentPage.getByRole('complementary').filter({ hasText: pageSays });
  await claims.getByText('Fibra 600').waitFor();
  await claims.getByText('4711').waitFor();
  await claims.getByText(pageSaysHint).waitFor();
  expect(await accessibilityViolations(agentPage)).toEqual([]);

  // Said anew, whoever looks at it sees it; on the next page, too, as soon as it is connected.
  await ask(page, 'setAttributes', { plan: 'Fibra 1000', pedido: null });
  await claims.getByText('Fibra 1000').waitFor();
  expect(await claims.getByText('4711').count()).toBe(0);
  await page.reload();
  await addTag(page);
  await ask(page, 'setAttributes', { plan: 'Fibra 10G' });
  await claims.getByText('Fibra 10G').waitFor();

  // Who signs out takes it along.
  await ask(page, 'shutdown');
  await widget.open();
  await widget.ask('Soy otra persona');
  await dashboard.row('Soy otra persona').waitFor();
  const { conversations } = await desk.call('inbox:open', {});
  const conversationId = conversations.find(({ subject }) => subject === 'Soy otra persona')?.id ?? 'cnv_';
  const { conversation } = await desk.call('conversation:open', { conversationId });
  expect(conversation.context.attributes).toEqual({});
});

/** What can be seen of each option: the launcher's side and layer, colours, words, and whether it is there. */
async function looksOf(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('ventanilla-widget')?.shadowRoot;
    const button = root?.querySelector('button');
    const panel = root?.querySelector<HTMLElement>('[data-theme]');
    if (!button) return null;
    const { zIndex, backgroundColor, color } = getComputedStyle(button);
    const side = button.getBoundingClientRect().x < innerWidth / 2 && !button.hidden ? 'start' : 'end';
    const { hidden, ariaLabel } = button;
    return { side, zIndex, accent: backgroundColor, onAccent: color, hidden, ariaLabel, theme: panel?.dataset.theme };
  });
}

const chosen = {
  locale: 'en',
  position: 'start',
  colorScheme: 'dark',
  accent: '#ffd000',
  zIndex: '7',
  hideLauncher: '',
};
const chosenLooks = { zIndex: '7', accent: 'rgb(255, 208, 0)', onAccent: 'rgb(0, 0, 0)', hidden: true, theme: 'dark' };

test('every option does what it says, on the tag and given to boot, and a nonce is no harm', async ({ page, desk }) => {
  await anApp(page, desk);
  await addTag(page, { ...chosen, nonce: 'c0ffee' });
  await ask(page, 'open');
  await eventually(() => looksOf(page)).toMatchObject(chosenLooks);
  await ask(page, 'show');
  await eventually(() => looksOf(page)).toMatchObject({ hidden: false, side: 'start' });
  expect((await looksOf(page))?.ariaLabel).toContain('Help');

  // The site's own settings again, but for the words: the tag's are not those of `boot`.
  await ask(page, 'destroy');
  const back = {
    locale: 'es',
    position: 'end',
    colorScheme: 'light',
    accent: '#2b49b5',
    zIndex: 9,
    hideLauncher: false,
  };
  await ask(page, 'boot', { ...back, nonce: 'c0ffee' });
  await ask(page, 'open');
  await eventually(() => looksOf(page)).toMatchObject({
    side: 'end',
    zIndex: '9',
    accent: 'rgb(43, 73, 181)',
    hidden: false,
    theme: 'light',
  });
  expect((await looksOf(page))?.ariaLabel).toContain('Ayuda');

  // Of a language with a country, the language; of one that we do not speak, the site's. On the tag as in `boot`.
  for (const [locale, help] of [
    ['en-GB', 'Help'],
    ['constructor', 'Ayuda'],
    ['fr', 'Ayuda'],
  ] as const) {
    await ask(page, 'destroy');
    await ask(page, 'boot', { locale });
    expect((await looksOf(page))?.ariaLabel).toContain(help);
    await ask(page, 'destroy');
    await addTag(page, { locale });
    expect((await looksOf(page))?.ariaLabel).toContain(help);
  }

  await ask(page, 'destroy');
  await ask(page, 'boot', { ...chosen, hideLauncher: true });
  await ask(page, 'open');
  await eventually(() => looksOf(page)).toMatchObject(chosenLooks);
});

test('whatever is asked with whatever, before the script has come and after, is a promise, and a refusal has a code', async ({
  page,
  desk,
}) => {
  const readme = await readFile(join(import.meta.dirname, '../../widget/README.md'), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('| `ventanilla('));
  const verbs = rows
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(?:ventanilla\()?'(\w+)'/g)])
    .map(([, verb]) => verb);
  expect(verbs.length).toBeGreaterThan(16);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await anApp(page, desk);
  const callAll = (before: readonly string[]) =>
    page.evaluate(
      ([names]) => {
        const { ventanilla } = window as unknown as { ventanilla: (...call: unknown[]) => unknown };
        const bare = Object.create(null);
        const junk: unknown[][] = [
          [],
          [null],
          [undefined, undefined],
          [{}],
          [bare],
          [[]],
          [Symbol('x')],
          [12, 'x', () => {}],
        ];
        const answers = [...names, 'fly', undefined, null, 1, bare, Symbol('y')].flatMap((verb) =>
          junk.map((given) => Reflect.apply(ventanilla, null, [verb, ...given])),
        );
        const codes = Promise.allSettled(answers).then((all) => [
          ...new Set(all.map((one) => (one.status === 'rejected' ? `${one.reason.code}` : '')).filter(Boolean)),
        ]);
        Object.assign(window, { codes });
        return answers.every((answer) => answer instanceof Promise);
      },
      [before] as const,
    );
  const harmless = verbs.filter((verb) => verb !== undefined && verb !== 'destroy');
  expect(await callAll(verbs as string[])).toBe(true);
  await addTag(page);
  await ask(page, 'boot');
  expect(await callAll(harmless as string[])).toBe(true);
  // Nothing else was in the way: a part that could not be loaded would be `unreachable`.
  expect((await page.evaluate<string[]>('window.codes')).sort()).toEqual(['invalid', 'unknown_verb']);
  expect(await ask(page, 'newMessage', {})).toEqual({ code: 'invalid' });
  expect(await ask(page, 'showTicket')).toEqual({ code: 'invalid' });
  expect(await ask(page, 'setLocale', 'fr')).toEqual({ code: 'invalid' });
  expect(await ask(page, 'setColorScheme', 'sepia')).toEqual({ code: 'invalid' });
  await ask(page, 'setLocale', 'es');
  await ask(page, 'newMessage', 'Todo sigue bien');
  await eventually(() => new WidgetPanel(page, 'es').message.inputValue()).toBe('Todo sigue bien');
  expect(faults).toEqual([]);
});

test('a page gets one global, and nothing of its own is another afterwards', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  await page.evaluate('delete window.ventanilla');
  const changes = await rememberShape(page);
  expect(await changes()).toEqual([]);
  await addTag(page);
  await widget.open();
  await widget.ask('¿Dejáis algo aquí?');
  await widget.log.getByText('¿Dejáis algo aquí?').waitFor();
  await ask(page, 'setLocale', 'en');
  expect(await changes()).toEqual(['ventanilla']);
  await ask(page, 'destroy');
  expect(await changes()).toEqual(['ventanilla']);
  await ask(page, 'boot', { locale: 'es' });
  await new WidgetPanel(page, 'es').open();
  expect(await changes()).toEqual(['ventanilla']);

  // It would tell of others.
  await page.evaluate('window.second = 1, Array.prototype.last = () => {}, Element.prototype.remove = () => {}');
  expect(await changes()).toEqual(['Array.prototype.last', 'Element.prototype.remove', 'second', 'ventanilla']);
});

test('the directives that the settings print let the widget in, and each piece of them is needed', async ({
  page,
  browser,
  desk,
}) => {
  const agentPage = await (await browser.newContext({ locale: 'es-ES' })).newPage();
  onTestFinished(() => agentPage.context().close());
  const dashboard = await anAgent(desk, agentPage);
  await agentPage.goto(`${desk.url}/dashboard/settings/sites/${desk.site.id}`);
  const printed = (way: 'host' | 'nonce' | 'connect') =>
    agentPage.getByRole('textbox', { name: dashboard.texts.site.cspAdd[way] }).inputValue();
  await agentPage.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await accessibilityViolations(agentPage)).toEqual([]);
  const [host, nonce, connect] = [await printed('host'), await printed('nonce'), await printed('connect')];

  let lines: string[] = [];
  const { origin, close } = await servePolicyPage(desk, () => ["default-src 'none'", ...lines].join('; '));
  onTestFinished(close);
  await desk.changeSite({ origins: [origin] });
  const complaints: string[] = [];
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && complaints.push(message.text()));
  const widget = new WidgetPanel(page, 'es');
  async function visit(...policy: string[]): Promise<void> {
    complaints.length = 0;
    lines = policy;
    await page.goto(origin);
  }

  const types = "require-trusted-types-for 'script'; trusted-types 'none'";
  for (const script of [host, nonce.replace('NONCE', 'n1')]) {
    await visit(script, connect, types);
    await widget.open();
    const words = `Paso con ${script}`;
    await widget.ask(words);
    await widget.log.getByText(words).waitFor();
    await widget.button('askTicket').or(widget.ticket).first().waitFor();
    expect(complaints).toEqual([]);
  }

  await visit(connect);
  await eventually(async () => complaints.length).toBeGreaterThan(0);
  expect(await widget.launcher.count()).toBe(0);
  const [, ...sources] = connect.split(' ');
  expect(sources).toHaveLength(2);
  for (const missing of sources) {
    await visit(host, connect.replace(` ${missing}`, ''));
    await widget.launcher.click();
    await eventually(async () => complaints.some((one) => one.includes(missing))).toBe(true);
  }
});
