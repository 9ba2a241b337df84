import { afterEach, beforeEach, expect, it } from 'vitest';
import { aVisitor, connect, newClientId, startChat, theAdmin } from './testing/clients.ts';
import { arm, type Fault, faulty, steps } from './testing/fault.ts';
import { anInstallation, type Installation } from './testing/programs.ts';

let installation: Installation;

beforeEach(async () => {
  installation = await anInstallation();
});
afterEach(() => installation.remove());

const faults: readonly { name: string; fault: Fault; exitCode: number | null }[] = [
  ...steps.map((step) => ({ name: `kill -9 at ${step}`, fault: { dieAt: step }, exitCode: null })),
  { name: 'a failed fsync, nothing written', fault: { failedFsync: 'nothing written' }, exitCode: 1 },
  { name: 'a failed fsync, everything written', fault: { failedFsync: 'everything written' }, exitCode: 1 },
];

/** Nine starts of the product. */
const slowMachineMs = 120_000;

it(
  '[DL1] [DL3] whatever ends the process between packet and answer: sent again, a message is there once and everybody has it',
  async () => {
    let server = await installation.serve();
    const agent = await theAdmin(server);
    const lucia = await aVisitor(server);
    const { conversation } = await startChat(lucia, 'primera');
    const words = ['primera'];
    /** What was on its way when the last server ended. */
    let unanswered: { conversationId: typeof conversation.id; clientId: string; body: string } | null = null;

    for (const next of [...faults, null]) {
      server.child.kill('SIGTERM');
      await server.exit;
      server = await installation.serve(next ? faulty(next.fault) : {});
      const tab = await connect(server, '/visitor', { site: server.siteKey, token: lucia.token });
      const desk = await connect(server, '/agent', {}, { cookie: agent.cookie, origin: server.url });
      if (unanswered) {
        const { entry } = await tab.ask('message:send', unanswered);
        expect((await tab.ask('message:send', unanswered)).entry).toEqual(entry);
        words.push(unanswered.body);
        const after = {
          conversationId: conversation.id,
          clientId: newClientId(),
          body: `después de ${unanswered.body}`,
        };
        await tab.ask('message:send', after);
        words.push(after.body);
        await desk.hears<{ entry: { body: string } }>('entry:added', (event) => event.entry.body === after.body);
      }
      const { entries } = await desk.ask('entry:list', { conversationId: conversation.id });
      expect(entries.flatMap(({ kind, body }) => (kind === 'message' ? [body] : []))).toEqual(words);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      if (!next) return;

      await arm(server);
      unanswered = { conversationId: conversation.id, clientId: newClientId(), body: next.name };
      let answers = 0;
      tab.raw.emit('message:send', unanswered, () => {
        answers += 1;
      });
      const gone = [tab, desk].map(({ raw }) => new Promise((resolve) => raw.once('disconnect', resolve)));
      await Promise.all(gone);
      expect([answers, await server.exit], next.name).toEqual([0, next.exitCode]);
      if (next.exitCode === 1) expect(server.output()).toContain('the disk failed');
    }
  },
  slowMachineMs,
);
