import { addStyles } from '../add-styles.ts';
import styles from './page.css?inline';

/**
 * On `/c/<site>`, after the loader: the panel is the page, and the page's name says how much has not been read. All of this
 * is here, so that the panel on other people's pages carries nothing of it.
 */
const host = document.querySelector('ventanilla-widget');
const root = host?.shadowRoot;
const form = document.querySelector('main');
const { title } = document;

function countUnread(event: Event): void {
  const count = (event as CustomEvent<number>).detail;
  document.title = count > 0 ? `(${count}) ${title}` : title;
}

/** Where the panel cannot be had, the form of the page itself is still there. */
function open(): void {
  Promise.resolve(window.ventanilla?.('open')).catch(() => {});
}

if (host && root) {
  addStyles(root, styles);
  Promise.resolve(window.ventanilla?.('on', 'unread', countUnread)).catch(() => {});
  host.addEventListener('open', () => {
    if (form) form.hidden = true;
    root.querySelector('[role=dialog]')?.setAttribute('role', 'main');
  });
  // Escape, and signing out: there is nothing behind it to go back to.
  host.addEventListener('close', open);
  open();
}
