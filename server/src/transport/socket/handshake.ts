import type { Locale } from '@ventanilla/shared/vocabulary';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import { acceptedProtocols } from '@ventanilla/shared/wire/version';
import type { Socket } from 'socket.io';
import type { Deps } from '../../deps.ts';
import { addressFactor, addressKey } from '../../lib/rate-limit.ts';
import { clientAddressOf } from '../http/client-address.ts';
import { localeOf } from '../http/locale.ts';
import { errorBody } from '../present/error.ts';

/** What every connection says of itself before anybody is believed. Texts are '' unless they are texts. */
export interface Handshake {
  protocol: unknown;
  site: string;
  token: string;
  headers: Headers;
  origin: string;
  locale: Locale;
  /** Key of the client's address for rate limits. */
  address: string;
}

export function readHandshake(deps: Deps, socket: Socket): Handshake {
  const raw = socket.handshake;
  const auth = isRecord(raw.auth) ? raw.auth : {};
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw.headers)) if (typeof value === 'string') headers.set(name, value);
  return {
    protocol: auth.protocol,
    site: textOf(auth.site),
    token: textOf(auth.token),
    headers,
    origin: headers.get('origin') ?? '',
    locale: localeOf(headers.get('accept-language') ?? '', 'es'),
    address: addressKey(clientAddressOf(deps.config, socket.conn.remoteAddress, headers.get('x-forwarded-for') ?? '')),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A refusal that a client can read: `error.data` is the wire error. */
export class HandshakeError extends Error {
  readonly data: unknown;

  constructor(deps: Deps, handshake: Handshake, code: ErrorCode) {
    super(code);
    this.data = errorBody(code, {}, handshake.locale, deps.ids.requestId()).error;
  }
}

/** Null when the connection may go on to say who it is. */
export function refusalOf(deps: Deps, handshake: Handshake): ErrorCode | null {
  if (!acceptedProtocols.some((accepted) => accepted === handshake.protocol)) return 'unsupported_protocol';
  return deps.limiter.take(handshake.address, 'session', addressFactor) > 0 ? 'rate_limited' : null;
}
