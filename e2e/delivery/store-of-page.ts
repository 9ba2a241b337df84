import type * as Store from '../../widget/src/connection/store.ts';

let pages = 0;

/**
 * Stands in the place of the widget's store, and opens it: each page has that module to itself, since it holds what a page
 * remembers when its storage falls silent, and all pages share this process.
 */
export const openStore: typeof Store.openStore = async (site) => {
  pages += 1;
  const own: typeof Store = await import(`../../widget/src/connection/store.ts?page=${pages}`);
  return own.openStore(site);
};
