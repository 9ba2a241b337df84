import { addStyles } from '../add-styles.ts';
import styles from './page.css?inline';

/** On `/c/<site>`, after the loader: the panel is the page, and the page's name says how much has not been read. */
const host = document.querySelector('ventanilla-widget');
const form = document.querySelector('main');
const { title } = document;

if (host?.shadowRoot && window.ventanilla) {
  addStyles(host.shadowRoot, styles);
  host.addEventListener('unread', (event) => {
    const count = (event as CustomEvent<number>).detail;
    document.title = count > 0 ? `(${count}) ${title}` : title;
  });
  // Only now: where the panel cannot be had, the form of the page itself is still there.
  host.addEventListener('open', () => {
    if (form) form.hidden = true;
  });
  Promise.resolve(window.ventanilla('open')).catch(() => {});
}
