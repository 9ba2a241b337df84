import { firstSeq, join } from '@ventanilla/shared/state/thread';
import type { Answer } from '../../connection/failure.ts';
import * as desk from '../../desk.ts';
import { call } from '../../live.ts';

/** The page before the first entry of the thread on the screen. */
export async function showEarlier(): Promise<Answer<unknown>> {
  const before = desk.opened.value;
  if (!before) return { ok: true, data: null };
  const { id } = before;
  const answer = await call('entry:list', { conversationId: id, beforeSeq: firstSeq(before.thread) });
  const opened = desk.opened.value;
  if (answer.ok && opened?.id === id) {
    desk.opened.value = { ...opened, thread: join(opened.thread, answer.data.entries) };
  }
  return answer;
}
