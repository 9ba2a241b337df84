import { lastSeq } from '@ventanilla/shared/state/thread';
import { addStyles } from '../add-styles.ts';
import type { Embed } from '../embed.ts';
import type { Model } from '../model/model.ts';
import { unreadCount } from '../model/unread.ts';
import styles from './badge.css?inline';

/** Shows on the launcher how much has not been read, as a number and in its name; of what has just come, a sound tells, too. */
export function createBadge({ root, load, config }: Embed, first: Model): (model: Model) => void {
  const [, site] = config;
  const launcher = root.querySelector('button');
  let known = first;
  addStyles(root, styles);
  return (model) => {
    if (!launcher) return;
    const unread = unreadCount(model);
    if (unread > 0) launcher.dataset.unread = String(unread);
    else delete launcher.dataset.unread;
    // The page may have changed its language.
    const { ariaLabel } = launcher;
    launcher.ariaLabel = `${ariaLabel}`.replace(/( \(\d+\))?$/, unread > 0 ? ` (${unread})` : '');
    const isSeen = document.visibilityState === 'visible' && launcher.ariaExpanded === 'true';
    if (!isSeen && hasAnswer(known, model))
      load('sound').then(
        ({ announce }) => announce(site, () => unreadCount(known) > 0),
        () => {},
      );
    known = model;
  };
}

/** Has an answer come in the meantime? What a page hears of a conversation for the first time is old. */
export function hasAnswer(before: Model, after: Model): boolean {
  return after.conversations.some(({ id, readSeq }) => {
    const known = before.threads[id];
    if (!known) return false;
    const from = Math.max(lastSeq(known), readSeq);
    return after.threads[id]?.entries.some(
      ({ kind, authorKind, seq }) => kind === 'message' && authorKind === 'agent' && seq > from,
    );
  });
}
