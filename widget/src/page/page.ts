import { addStyles } from '../add-styles.ts';
import styles from './page.css?inline';

const unseen = 'body > header { position: absolute; clip-path: inset(50%) }';

/**
 * On `/c/<site>`, after the loader: the panel is the page, and the page's name says how much has not been read. All of this
 * is here, so that the panel on other people's pages carries nothing of it.
 */
const host = document.querySelector('ventanilla-widget');
const root = host?.shadowRoot;
const form = document.querySelector('main');
/** Its name stays above the panel, for those who do not see where they are. */
const heading = document.createElement('header');
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
  addStyles(document, unseen);
  heading.append(form?.querySelector('h1')?.cloneNode(true) ?? '');
  Promise.resolve(window.ventanilla?.('on', 'unread', countUnread)).catch(() => {});
  host.addEventListener('open', () => {
    if (form) form.hidden = true;
    document.body.prepend(heading);
    root.querySelector('[role=dialog]')?.setAttribute('role', 'main');
  });
  // Escape, and signing out: there is nothing behind it to go back to.
  host.addEventListener('close', open);
  open();
}
