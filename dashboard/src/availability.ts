import type { Availability } from '@ventanilla/shared/vocabulary';
import { agents, me, notice } from './desk.ts';
import { sentenceOf } from './language.ts';
import { call } from './live.ts';
import { changeRow } from './model/directory.ts';

/** Shown at once; the server's refusal puts it back and says why. */
export async function setAvailability(availability: Availability): Promise<void> {
  const before = me.value;
  if (before === null || before.availability === availability) return;
  agents.value = new Map(agents.value).set(before.id, { ...before, availability });
  const answer = await call('availability:set', { availability });
  if (answer.ok) {
    agents.value = changeRow(agents.value, answer.data.agent);
    return;
  }
  agents.value = new Map(agents.value).set(before.id, before);
  notice.value = sentenceOf(answer.error);
}
