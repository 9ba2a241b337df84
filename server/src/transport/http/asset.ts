import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { withDefaults } from './security-headers.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = 'br' | 'gzip';

/** Bytes to be served, held in memory as they go over the wire. */
export interface Asset {
  type: string;
  /** Weak: the same for all encodings. */
  etag: string;
  identity: Bytes;
  /** Only those that are smaller than `identity`. */
  encoded: { encoding: Encoding; bytes: Bytes }[];
}

/** `compressed`: what the build has already made. What is missing is made here, unless the type does not shrink. */
export function makeAsset(bytes: Bytes, type: string, compressed: Partial<Record<Encoding, Bytes>> = {}): Asset {
  const encoded = isText(type)
    ? [
        { encoding: 'br' as const, bytes: compressed.br ?? brotli(bytes) },
        { encoding: 'gzip' as const, bytes: compressed.gzip ?? gzipSync(bytes, { level: 9 }) },
      ].filter((candidate) => candidate.bytes.length < bytes.length)
    : [];
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { type, etag, identity: bytes, encoded };
}

/**
 * 200 in the best encoding that the client takes, or 304 when it has these bytes. The answer is complete and made without
 * the context's own headers: the adapter writes a plain record at twice the speed.
 */
export function serveAsset(context: Context, asset: Asset, headers: Record<string, string>): Response {
  const common = withDefaults({ ...headers, ETag: asset.etag, Vary: 'Accept-Encoding' });
  const known = context.req.header('if-none-match');
  if (known !== undefined && isKnown(known, asset.etag)) return new Response(null, { status: 304, headers: common });
  const accepted = context.req.header('accept-encoding') ?? '';
  const best = asset.encoded.find(({ encoding }) => accepts(accepted, encoding));
  const bytes = best?.bytes ?? asset.identity;
  if (best) common['Content-Encoding'] = best.encoding;
  common['Content-Length'] = String(bytes.length);
  common['Content-Type'] = asset.type;
  return new Response(bytes, { headers: common });
}

/**
 * The smallest of a few attempts: on a few thousand bytes the compressor's guesses differ by up to three per cent with
 * one random key or another, and a loader is compressed once for each version of its settings.
 */
function brotli(bytes: Bytes): Bytes {
  const attempts = [10, 11].flatMap((quality) => [10, 16].map((window) => compress(bytes, quality, window)));
  return attempts.reduce((best, attempt) => (attempt.length < best.length ? attempt : best));
}

function compress(bytes: Bytes, quality: number, window: number): Bytes {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: window,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

function isText(type: string): boolean {
  return /^(text\/|image\/svg\+xml|application\/(json|manifest\+json))/.test(type);
}

/** Does the client have it already? */
export function isKnown(ifNoneMatch: string, etag: string): boolean {
  const opaque = etag.slice('W/'.length);
  return ifNoneMatch.split(',').some((given) => given.trim() === '*' || given.trim().replace(/^W\//, '') === opaque);
}

/** A coding is accepted when it or `*` is named and not with a weight of zero. */
export function accepts(acceptEncoding: string, encoding: Encoding): boolean {
  const offers = acceptEncoding.split(',').map((offer) =>
    offer
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  const offer = offers.find(([name]) => name === encoding) ?? offers.find(([name]) => name === '*');
  return offer !== undefined && !offer.slice(1).some((parameter) => /^q=0(\.0*)?$/.test(parameter));
}
