import type { Ack } from '@ventanilla/shared/wire/errors';
import { filePath, type UploadedAnswer } from '@ventanilla/shared/wire/file';
import { expect, it } from 'vitest';
import { makeTicketLink } from '../actions/ticket-link/make-ticket-link.ts';
import { aVisitor, callHttp, newClientId, startChat } from '../testing/clients.ts';
import { uploaded } from '../testing/file-calls.ts';
import { startApp } from '../testing/running-app.ts';
import { png } from '../testing/sample-files.ts';

it('[TK3] files come and go by a link for its one conversation, and no other of the same visitor', async () => {
  const app = await startApp({ smtpUrl: 'smtp://127.0.0.1:9' });
  const visitor = await aVisitor(app);
  const byLink = (secret: string, path: string, init: RequestInit = {}) =>
    fetch(`${app.url}${path}?site=${app.siteKey}&name=router.png`, {
      ...init,
      headers: { authorization: `Link ${secret}`, origin: app.url },
    });
  const { conversation } = await startChat(visitor);
  const conversationId = conversation.id;
  await visitor.ask('address:give', { conversationId, address: 'lucia@example.com' });
  const ticketId = conversation.ticket?.id;
  if (!ticketId) throw new Error('nobody is there, so it is a ticket');
  const link = await makeTicketLink(app.deps, { ticketId, conversationId, addressFolded: 'lucia@example.com' });
  const secret = link.split('#')[1] ?? '';

  const response = await byLink(secret, filePath, { method: 'POST', body: png() });
  const answer = (await response.json()) as Ack<UploadedAnswer>;
  if (!answer.ok) throw new Error(answer.error.code);
  const own = answer.data.file.id;
  const words = { secret, clientId: newClientId(), body: '', fileIds: [own] };
  expect((await callHttp(app, 'ticketLink:send', words)).body.ok).toBe(true);
  expect((await byLink(secret, `${filePath}/${own}`)).status).toBe(200);

  const proof = { site: app.siteKey, token: visitor.token };
  const other = await uploaded(app, proof, 'factura.png', png());
  const start = { startId: newClientId(), clientId: newClientId(), body: '', fileIds: [other.id] };
  await visitor.ask('conversation:start', start);
  expect((await byLink(secret, `${filePath}/${other.id}`)).status).toBe(404);
  expect((await byLink('x'.repeat(43), `${filePath}/${own}`)).status).toBe(410);

  await app.deps.store.ticketLinks.revoke(conversationId, '', 5);
  expect((await byLink(secret, `${filePath}/${own}`)).status).toBe(410);
  expect((await byLink(secret, filePath, { method: 'POST', body: png() })).status).toBe(410);
  visitor.close();
  await app.close();
});
