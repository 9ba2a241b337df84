import { addStyles } from '../add-styles.ts';
import styles from './badge.css?inline';

/** Shows on the launcher how much has not been read, as a number and in its name. */
export function createBadge(root: ShadowRoot): (unread: number) => void {
  const launcher = root.querySelector('button');
  const name = launcher?.ariaLabel;
  addStyles(root, styles);
  return (unread) => {
    if (!launcher) return;
    if (unread > 0) launcher.dataset.unread = String(unread);
    else delete launcher.dataset.unread;
    launcher.ariaLabel = unread > 0 ? `${name} (${unread})` : `${name}`;
  };
}
