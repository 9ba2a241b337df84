import { addStyles } from '../add-styles.ts';

const styles = `
:host > button[data-unread]::after {
  content: attr(data-unread); position: absolute; inset-block-start: -4px; inset-inline-end: -4px;
  box-sizing: border-box; min-inline-size: 24px; padding-inline: 6px; border: 1px solid #fff; border-radius: 12px;
  background: #c23a2b; color: #fff; font: 600 12px/22px system-ui, sans-serif; text-align: center;
}`;

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
