import type { Model } from '../../model/model.ts';
import type { Picked } from './picked.ts';

/**
 * DL6: whoever went back while files were on their way has no way to a conversation that has not begun. What could not be sent
 * goes along when they write again, after what they have written since.
 */
export function giveBack(
  key: string,
  { started, conversations, outgoing }: Model,
  drafts: Map<string, string>,
  picked: Map<string, Picked[]>,
  draw: () => void,
): void {
  const hasBegun =
    started[key] || conversations.some(({ id }) => id === key) || outgoing.some((one) => one.startId === key);
  if (hasBegun) return;
  drafts.set('', [drafts.get(''), drafts.get(key)].filter(Boolean).join(' '));
  picked.set('', [...(picked.get('') ?? []), ...(picked.get(key) ?? [])]);
  drafts.delete(key);
  picked.delete(key);
  draw();
}
