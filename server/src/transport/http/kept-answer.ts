import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts, isKnown } from './asset.ts';

const compress = promisify(gzip);
/** Below this compression saves no packet. */
const leastCompressed = 1_400;

/**
 * An answer that the browser keeps for itself and asks about: 304 while it is the same. It may depend on who asks, so no
 * cache in between may keep it.
 */
export async function keptAnswer(context: Context, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  context.header('Cache-Control', 'private, no-cache');
  context.header('ETag', etag);
  context.header('Vary', 'Authorization, Accept-Encoding', { append: true });
  if (isKnown(context.req.header('if-none-match') ?? '', etag)) return context.body(null, 304);
  context.header('Content-Type', 'application/json');
  if (text.length < leastCompressed || !accepts(context.req.header('accept-encoding') ?? '', 'gzip')) {
    return context.body(text);
  }
  context.header('Content-Encoding', 'gzip');
  return context.body(new Uint8Array(await compress(text)));
}
