import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailSink, openMailSink, type ReceivedMail } from '@ventanilla/server/lib/mail-sink-for-tests';
import { alwaysOpen } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type Locale, weekdays } from '@ventanilla/shared/vocabulary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { type Desk, newClientId, openDesk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { plainAccessibilityViolations } from '../fixtures/plain-accessibility.ts';
import { startProduct } from '../fixtures/product.ts';
import type { Reader } from '../fixtures/reader.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { PlainPage } from '../pages/plain-page.ts';
import { TicketPage } from '../pages/ticket-page.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

/** Open for an hour on the weekday three days from now, wherever "now" is: closed at present. */
const hoursElsewhen = { [weekdays[(new Date().getDay() + 2) % 7] ?? 'mon']: [{ from: 600, to: 660 }] };

let sink: MailSink;
let post: Desk;

beforeAll(async () => {
  sink = await openMailSink();
  post = await openDesk({ VENTANILLA_SMTP_URL: sink.url });
});
afterAll(async () => {
  await post?.close();
  await sink?.close();
});

const linkIn = ({ text }: ReceivedMail) => /http\S+\/t#\S+/.exec(text)?.[0] ?? '';

/** Out of hours: asked, a ticket at once, the address given on its card. */
async function ticketed(browser: Browser, reader: Reader, subject: string, address: string) {
  await post.changeSite({ openingHours: hoursElsewhen });
  const widget = new WidgetPanel(await aPerson(browser, reader), reader.locale);
  await widget.page.goto(`${post.url}/demo?lang=${reader.locale}`);
  await widget.open();
  await widget.ask(subject);
  await widget.address.waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.giveAddress(address);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  const { tickets } = await post.call('ticket:list', {});
  const ticket = tickets.find((one) => one.subject === subject);
  if (!ticket) throw new Error('There is no such ticket.');
  return { widget, ...ticket };
}

const readers: [Locale, Reader, Reader, string][] = [
  [
    'es',
    { locale: 'es', theme: 'light', size: 'desktop' },
    { locale: 'es', theme: 'dark', size: 'phone' },
    'Se ha ido la luz del router',
  ],
  [
    'en',
    { locale: 'en', theme: 'dark', size: 'phone' },
    { locale: 'en', theme: 'light', size: 'desktop' },
    'My router has gone dark',
  ],
];

test.for(readers)(
  'in %s: asked out of hours, told by mail, and gone on with from another browser',
  async ([locale, reader, elsewhere, subject], { browser }) => {
    const address = `lucia.${locale}@example.com`;
    const { number, conversationId } = await ticketed(browser, reader, subject, address);

    const mail = await sink.next(address);
    expect(mail.header('subject')).toContain(`[${number}]`);
    expect(mail.text).toContain(subject);

    const noted = 'INTERNO: la caja de la calle Nogal otra vez';
    await post.note(conversationId, noted);
    await post.reply(conversationId, 'Lo estamos mirando.');

    const other = new TicketPage(await aPerson(browser, elsewhere), locale);
    await other.page.goto(linkIn(mail));
    await other.log.getByText('Lo estamos mirando.').waitFor();
    expect(await other.log.textContent()).toContain(subject);
    expect(await other.log.textContent()).toContain(number);
    expect(await other.page.content()).not.toContain('INTERNO');
    expect(await accessibilityViolations(other.page)).toEqual([]);

    await other.write('Sigo sin línea');
    await other.log.getByText('Sigo sin línea').waitFor();
    await other.log.getByText(other.talk.sent).first().waitFor();
    const words = async () => {
      const { entries } = await post.call('conversation:open', { conversationId });
      return entries.filter(({ kind }) => kind === 'message').map(({ body }) => body);
    };
    await eventually(words).toEqual([subject, 'Lo estamos mirando.', 'Sigo sin línea']);

    await post.reply(conversationId, 'Ya tienes línea.');
    await other.log.getByText('Ya tienes línea.').waitFor();
    // The link works as often as one likes.
    await other.page.reload();
    await other.log.getByText('Ya tienes línea.').waitFor();
    expect(await other.page.content()).not.toContain('INTERNO');
  },
);

test('who runs no script is asked on the page of the site as well', async ({ browser }) => {
  await post.changeSite({ openingHours: hoursElsewhen });
  const reader = { locale: 'es', theme: 'dark', size: 'phone' } as const;
  const page = await aPerson(browser, reader, { javaScriptEnabled: false });
  const plain = new PlainPage(page, 'es');
  await page.goto(`${post.url}/c/${post.site.key}`);
  expect(await plain.address.count()).toBe(0);
  await plain.write('Escribo sin guiones');
  await plain.ticket.waitFor();

  await plain.giveAddress('lucia@casa');
  await plain.problem.getByText(plain.texts.address.notSaved).waitFor();
  expect(await plain.address.inputValue()).toBe('lucia@casa');
  expect(await plainAccessibilityViolations(browser, page)).toEqual([]);

  await plain.giveAddress('sin.guiones@example.com');
  await page.getByText(fill(plain.texts.address.saved, { address: 'sin.guiones@example.com' })).waitFor();
  expect(linkIn(await sink.next('sin.guiones@example.com', 'Escribo sin guiones'))).toContain(post.url);
});

test('agents see the address, and that nobody has verified it', async ({ browser }) => {
  const reader = { locale: 'es', theme: 'light', size: 'desktop' } as const;
  const { number } = await ticketed(browser, reader, 'Dirección sin verificar', 'sinver@example.com');
  const desk = new Dashboard(await aPerson(browser, reader), 'es');
  await post.signIn(desk.page.context());
  await desk.page.goto(`${post.url}/dashboard/tickets/${number}`);
  await desk.page.getByText('sinver@example.com').first().waitFor();
  await desk.page.getByText(desk.texts.context.notVerified).first().waitFor();
});

test('another address ends the links of the first; number and address send another', async ({ browser }) => {
  const reader = { locale: 'es', theme: 'dark', size: 'desktop' } as const;
  const { widget, number } = await ticketed(browser, reader, 'Me equivoqué de correo', 'mal@example.com');
  const first = linkIn(await sink.next('mal@example.com'));

  await widget.log.getByRole('button', { name: widget.texts.address.change }).click();
  await widget.giveAddress('bien@example.com');
  await sink.next('bien@example.com');

  const other = new TicketPage(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  await other.page.goto(first);
  await other.expired.waitFor();
  expect(await accessibilityViolations(other.page)).toEqual([]);

  await other.request(number, 'mal@example.com');
  await other.page.getByText(other.texts.requested).waitFor();
  await other.request(number, 'bien@example.com');
  const again = await sink.next('bien@example.com', 'Has pedido el enlace');
  await other.page.getByText(other.texts.requested).waitFor();
  expect(sink.received.filter(({ to, text }) => to.includes('mal@example.com') && text.includes('pedido'))).toEqual([]);

  await other.page.goto(linkIn(again));
  await other.log.getByText('Me equivoqué de correo').waitFor();
});

test('where the browser keeps nothing, the address is asked for before there is a ticket', async ({ browser }) => {
  await post.changeSite({ openingHours: alwaysOpen });
  const agent = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  await post.signIn(agent.context());
  await agent.goto(`${post.url}/dashboard/inbox`);
  await new Dashboard(agent, 'es').queue.waitFor();
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  await widget.page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await widget.page.goto(`${post.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Navego de incógnito');
  const { askBefore, save, savedBefore } = widget.texts.address;
  await widget.log.getByRole('textbox', { name: askBefore }).fill('nada@example.com');
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.log.getByRole('button', { name: save }).click();
  await widget.log.getByText(fill(savedBefore, { address: 'nada@example.com' })).waitFor();
  await widget.button('askTicket').click();
  expect(linkIn(await sink.next('nada@example.com'))).not.toBe('');
});

test('what could not be saved is said, with the address still there', async ({ browser }) => {
  await post.changeSite({ openingHours: hoursElsewhen });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' }), 'es');
  await widget.page.goto(`${post.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Sin red para el correo');
  await widget.address.waitFor();
  await widget.page.context().setOffline(true);
  await widget.banner.getByText(widget.texts.tryNow).waitFor();
  await widget.address.fill('luego@example.com');
  const save = widget.log.getByRole('button', { name: widget.texts.address.save });
  await save.click();
  await widget.log.getByText(widget.texts.address.notSavedOffline).waitFor();
  expect(await widget.address.inputValue()).toBe('luego@example.com');
  await widget.page.context().setOffline(false);
  await eventually(async () => {
    await save.click({ timeout: 1_000 }).catch(() => {});
    return widget.log.getByText(fill(widget.texts.address.saved, { address: 'luego@example.com' })).count();
  }).toBe(1);
});

test('without a mail server nothing is asked for', async ({ browser, desk }) => {
  await desk.changeSite({ openingHours: hoursElsewhen });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' }), 'es');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Sin correo');
  await widget.ticket.waitFor();
  await widget.write('¿Seguís ahí?');
  await widget.log.getByText(widget.texts.sent).first().waitFor();
  expect(await widget.ticket.getByText(widget.texts.follow).count()).toBe(1);
  expect(await widget.dialog.locator('input[type=email]').count()).toBe(0);
});

test('a mail survives kill -9 and a mail server that was down, and arrives', async () => {
  const data = await mkdtemp(join(tmpdir(), 'ventanilla-mail-'));
  const away = await openMailSink();
  away.refuseWith(451);
  const settings = { VENTANILLA_SMTP_URL: away.url };
  const product = await startProduct({ data, settings });
  const key = /\/w\/([\w-]+)\.js/.exec(await (await fetch(`${product.url}/demo`)).text())?.[1] ?? '';
  const call = async (name: string, input: object, token = '') => {
    const response = await fetch(`${product.url}/api/v1/${name}?site=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(input),
    });
    return (await response.json()).data;
  };
  const { token } = await call('visitor/create', {});
  const words = { startId: newClientId(), clientId: newClientId(), body: 'Que no se pierda' };
  const { conversation } = await call('conversation/start', words, token);
  expect(conversation.ticket.number).toMatch(/^VEN-/);
  await call('address/give', { conversationId: conversation.id, address: 'fuerte@example.com' }, token);
  await product.kill();

  away.refuseWith(undefined);
  const again = await startProduct({ data, settings, port: product.port });
  const mail = await away.next('fuerte@example.com');
  expect(mail.text).toContain('Que no se pierda');
  await again.stop();
  await away.close();
  await rm(data, { recursive: true, force: true });
}, 200_000);
