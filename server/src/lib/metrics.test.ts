import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('counts commands, sockets and what is on disk, each registry for itself', async () => {
  const metrics = createMetrics();
  createMetrics().commandDone('message:send', 'ok', 5);
  metrics.commandDone('message:send', 'ok', 3);
  metrics.commandDone('message:send', 'rate_limited', 1);
  metrics.socketOpened('/visitor');
  metrics.socketOpened('/visitor');
  metrics.socketClosed('/visitor');
  await metrics.text({ commits: 3, entries: 10 });
  const text = await metrics.text({ commits: 4, entries: 12 });
  expect(text).toContain('ventanilla_commands_total{command="message:send",result="ok"} 1\n');
  expect(text).toContain('ventanilla_commands_total{command="message:send",result="rate_limited"} 1\n');
  expect(text).toContain('ventanilla_sockets{namespace="/visitor"} 1\n');
  expect(text).toContain('ventanilla_append_batches_total 4\n');
  expect(text).toContain('ventanilla_entries_total 12\n');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(metrics.contentType).toContain('text/plain');
});
