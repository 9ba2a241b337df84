import { registerHooks } from 'node:module';
import type * as Desk from '../../widget/src/connection/desk.ts';
import type * as Ids from '../../widget/src/ids.ts';
import type * as Models from '../../widget/src/model/model.ts';
import type * as Reduce from '../../widget/src/model/reduce.ts';
import type * as Unread from '../../widget/src/model/unread.ts';
import { clientBreakages } from './breakages/client.ts';

/** What the widget runs on a page, below everything that draws: its own modules, unchanged. */
export interface ClientCode {
  openDesk: typeof Desk.openDesk;
  newClientId: typeof Ids.newClientId;
  emptyModel: Models.Model;
  reduce: typeof Reduce.reduce;
  reasonToReturn: typeof Unread.reasonToReturn;
}

const widget = new URL('../../widget/src/', import.meta.url).href;
const breakages = new URL('./breakages/', import.meta.url).href;
const store = `${widget}connection/store.ts`;
const storeOfPage = new URL('./store-of-page.ts', import.meta.url).href;

/**
 * A breakage takes the place of one module for whoever imports it, and itself imports the real one. The name travels along
 * the imports as a query, so that broken and whole copies live side by side.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    if (!resolved.url.startsWith(widget)) return resolved;
    const parent = context.parentURL ?? '';
    const name = decodeURIComponent(/\?breakage=(.+)$/.exec(parent)?.[1] ?? '');
    const url = placeOf(resolved.url, name, parent);
    return { ...resolved, url: name === '' ? url : `${url}?breakage=${encodeURIComponent(name)}` };
  },
});

function placeOf(url: string, breakage: string, parent: string): string {
  if (url === store) return storeOfPage;
  const broken = clientBreakages[breakage];
  return broken && url === widget + broken.module && !parent.startsWith(breakages) ? `${breakages}${broken.by}` : url;
}

/** Of a breakage that is not the widget's it is as it is. */
export async function loadClientCode(breakage: string): Promise<ClientCode> {
  const query = !clientBreakages[breakage] ? '' : `?breakage=${encodeURIComponent(breakage)}`;
  const [{ openDesk }, { newClientId }, { emptyModel }, { reduce }, { reasonToReturn }] = await Promise.all([
    import(`${widget}connection/desk.ts${query}`) as Promise<typeof Desk>,
    import(`${widget}ids.ts${query}`) as Promise<typeof Ids>,
    import(`${widget}model/model.ts${query}`) as Promise<typeof Models>,
    import(`${widget}model/reduce.ts${query}`) as Promise<typeof Reduce>,
    import(`${widget}model/unread.ts${query}`) as Promise<typeof Unread>,
  ]);
  return { openDesk, newClientId, emptyModel, reduce, reasonToReturn };
}
