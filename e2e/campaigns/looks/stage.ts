import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMailSink } from '@ventanilla/server/lib/mail-sink-for-tests';
import type { ConversationId } from '@ventanilla/shared/ids';
import { weekdays } from '@ventanilla/shared/vocabulary';
import { type Browser, chromium } from 'playwright-core';
import { publishAnswers } from '../../fixtures/articles.ts';
import { launchBrowser } from '../../fixtures/browser.ts';
import { type Desk, type DeskAgent, newClientId, openDesk } from '../../fixtures/desk.ts';
import { startProduct } from '../../fixtures/product.ts';
import { openTimedDesk } from '../../fixtures/timed-desk.ts';
import { openLongAgo } from './long-ago.ts';
import type { Stage } from './screen.ts';

// Many visits from one address in a few minutes are what this campaign is, and no attack.
const unlimited = {
  VENTANILLA_RATE_READ: '1000000',
  VENTANILLA_RATE_WRITE: '1000000',
  VENTANILLA_RATE_SESSION: '1000000',
  VENTANILLA_RATE_SECRET: '1000000',
  VENTANILLA_RATE_MAIL: '1000000',
};
const dayMs = 24 * 60 * 60 * 1000;
const inThreeDays = weekdays[(new Date().getDay() + 2) % 7] ?? 'mon';

/** Starts a browser and the products; `close` ends them all. */
export async function openStage(): Promise<Stage & { close: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'ventanilla-data-'));
  const mailbox = await openMailSink();
  const [server, product, empty, reading, closed, talking, busy, mailing, longAgo, moving] = await Promise.all([
    launchBrowser(),
    startProduct({ data, settings: unlimited }),
    openDesk(unlimited),
    openDesk(unlimited),
    openDesk(unlimited),
    openDesk(unlimited),
    openDesk(unlimited),
    openDesk({ ...unlimited, VENTANILLA_SMTP_URL: mailbox.url }),
    openLongAgo(unlimited, mailbox),
    openTimedDesk(unlimited),
  ]);
  const browser = await chromium.connect(server.endpoint);
  for (const desk of [closed, mailing])
    await desk.changeSite({ name: 'Alameda Fibra', openingHours: { [inThreeDays]: [{ from: 540, to: 840 }] } });
  await moving.changeSite({ name: 'Alameda Fibra' });
  for (const desk of [reading, closed]) await publishAnswers(desk);
  for (const desk of [reading, talking, busy]) await desk.changeSite({ name: 'Alameda Fibra', pickUpMs: dayMs });
  const diego = await busy.colleague({ name: 'Diego Arnau', email: 'diego@alameda.example' });
  await busy.call('agent:invite', {
    name: 'Inés Campos',
    email: 'ines@alameda.example',
    role: 'agent',
    siteIds: [busy.site.id],
  });
  for (const desk of [reading, talking]) await bePresent(browser, desk.url, desk);
  for (const agent of [busy, diego]) await bePresent(browser, busy.url, agent);
  const solvedId = await tellTheAfternoon(busy, diego);
  return {
    browser,
    unowned: { url: product.url, setUpLink: await product.setUpLink() },
    empty,
    reading,
    closed,
    talking,
    busy,
    mailing,
    mailbox,
    longAgo,
    moving,
    solvedId,
    async close() {
      await browser.close();
      const desks = [empty, reading, closed, talking, busy, mailing, longAgo.desk, moving];
      await Promise.all([server.close(), product.kill(), ...desks.map((desk) => desk.close())]);
      await mailbox.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Keeps a desk open somewhere, so that what is written is queued and not turned into a ticket at once. */
async function bePresent(browser: Browser, url: string, agent: DeskAgent): Promise<void> {
  const context = await browser.newContext();
  await agent.signIn(context);
  const page = await context.newPage();
  await page.goto(`${url}/dashboard`);
  await page.getByRole('navigation').first().waitFor();
}

/** A queue, conversations of both agents, tickets, one that was spam and one that is resolved: that one's id. */
async function tellTheAfternoon(marta: Desk, diego: DeskAgent): Promise<ConversationId> {
  const asks = async (body: string) => {
    const visitor = await marta.visitor();
    const context = { pageUrl: 'https://www.alamedafibra.example/averias', pageTitle: 'Averías', ...browserOfLucia };
    const start = { startId: newClientId(), clientId: newClientId(), body, locale: 'es', context } as const;
    const { id } = (await visitor.call('conversation:start', start)).conversation;
    return {
      conversationId: id,
      says: (words: string) =>
        visitor.call('message:send', { conversationId: id, clientId: newClientId(), body: words }),
    };
  };

  await asks('Me habéis cobrado dos veces la cuota de octubre, ¿podéis mirarlo?');
  await asks('¿Llega la fibra a la calle Ezpeleta, en Logroño?');

  const lucia = await asks('Hola, cambié el router ayer y me he quedado sin internet. La luz LOS está en rojo.');
  await marta.call('conversation:take', { conversationId: lucia.conversationId });
  await marta.reply(
    lucia.conversationId,
    'Hola. Al router no le llega señal. ¿El cable de la punta verde entra hasta hacer clic?',
  );
  await lucia.says('Hace clic, pero sigue igual');
  await diego.note(
    lucia.conversationId,
    'La ONT responde, pero el alta no está en la OLT de Benimaclet. La he reenviado dos veces.',
  );
  await lucia.says('Nada, sigue en rojo. Y mañana teletrabajo.');
  // The last word is ours: nothing of this falls due while the campaign runs.
  await marta.reply(lucia.conversationId, 'Gracias. Lo miro ahora mismo con la central.');

  const amparo = await asks('¿Puedo cambiar la fecha de la visita del técnico?');
  await diego.call('conversation:take', { conversationId: amparo.conversationId });
  await diego.reply(amparo.conversationId, 'Claro, ¿te viene bien el jueves por la tarde?');

  for (const subject of ['El wifi se corta por la noche en el dormitorio', 'No me llega la factura al correo']) {
    const written = await asks(subject);
    await marta.call('conversation:take', written);
    await marta.reply(written.conversationId, 'Lo miro con el equipo de red y te escribo.');
    await marta.call('ticket:create', { conversationId: written.conversationId });
  }
  const solved = await asks('¿Cómo cambio la contraseña del wifi?');
  await marta.call('conversation:take', { conversationId: solved.conversationId });
  await marta.reply(solved.conversationId, 'Desde tu área de cliente, en «Mi red».');
  await marta.call('conversation:end', { conversationId: solved.conversationId });
  const spam = await asks('Gane dinero desde casa');
  await marta.call('conversation:discard', { conversationId: spam.conversationId, reason: 'spam' });
  return solved.conversationId;
}

const browserOfLucia = {
  referrer: 'https://www.alamedafibra.example/',
  userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  language: 'es-ES',
  timeZone: 'Europe/Madrid',
  viewport: '412×915',
};
