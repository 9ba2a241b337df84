import { expect, it } from 'vitest';
import { aVisitor, callHttp, startChat } from '../testing/clients.ts';
import { startApp } from '../testing/running-app.ts';

it('[CV3] without a mail server no address is asked for or taken, and nothing waits', async () => {
  const app = await startApp();
  const visitor = await aVisitor(app);
  const { conversation } = await startChat(visitor);
  expect(conversation.ticket).not.toBeNull();
  expect(conversation.address).toBeNull();
  const address = 'lucia@example.com';
  const answer = await visitor.call('address:give', { conversationId: conversation.id, address });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not_writable' } });
  const number = conversation.ticket?.number ?? '';
  expect((await callHttp(app, 'ticketLink:request', { number, address })).body).toEqual({ ok: true, data: {} });
  app.deps.clock.advance(1_000);
  expect(await app.deps.store.mails.nextDue()).toBe(0);
  visitor.close();
  await app.close();
});
