import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type LogLevel, logLevels } from './lib/logger.ts';
import type { RateLimits } from './lib/rate-limit.ts';

/** Everything an operator may set, validated once. See the table in `server/README.md`. */
export interface Config {
  host: string;
  port: number;
  /** Scheme, host and port under which people reach us, without a slash at the end. */
  publicUrl: string;
  isLoopbackUrl: boolean;
  dataFolder: string;
  /** '' = SQLite in the data folder. */
  databaseUrl: string;
  smtpUrl: string;
  mailFrom: string;
  /** Addresses of proxies whose forwarded headers count. */
  trustedProxies: string[];
  isDemo: boolean;
  logLevel: LogLevel;
  metricsToken: string;
  rateLimits: RateLimits;
  /** Of one visitor or agent; an address gets `addressFactor` times as many. */
  uploadBytesPerHour: number;
  /** To one address, and on account of one visitor. */
  mailsPerHour: number;
}

export class ConfigError extends Error {}

type Env = Record<string, string | undefined>;

function refuse(name: string, given: string, allowed: string): never {
  throw new ConfigError(`VENTANILLA_${name} is "${given}", but it must be ${allowed}.`);
}

function whole(env: Env, name: string, fallback: number, min: number, max: number): number {
  const given = env[`VENTANILLA_${name}`];
  if (given === undefined || given === '') return fallback;
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < min || value > max) refuse(name, given, `a whole number from ${min} to ${max}`);
  return value;
}

function oneOf<T extends string>(env: Env, name: string, allowed: readonly T[], fallback: T): T {
  const given = env[`VENTANILLA_${name}`];
  if (given === undefined || given === '') return fallback;
  const value = allowed.find((candidate) => candidate === given);
  return value ?? refuse(name, given, `one of ${allowed.join(', ')}`);
}

function url(env: Env, name: string, fallback: string, schemes: readonly string[]): string {
  const given = env[`VENTANILLA_${name}`];
  if (given === undefined || given === '') return fallback;
  const parsed = URL.canParse(given) ? new URL(given) : null;
  const isFine = parsed !== null && schemes.includes(parsed.protocol) && parsed.host !== '';
  if (!isFine) refuse(name, safeToShow(given), `an address beginning with ${schemes.join('// or ')}//`);
  return given;
}

/** An address may hold a password anywhere before its last @, and what was mistyped cannot be taken apart. */
function safeToShow(given: string): string {
  return given.includes('@') ? `…${given.slice(given.lastIndexOf('@'))}` : given;
}

function addresses(env: Env, name: string): string[] {
  const given = env[`VENTANILLA_${name}`] ?? '';
  const list = given
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (list.some((part) => isIP(part) === 0)) refuse(name, given, 'a list of IP addresses separated by commas');
  return list;
}

export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function publicUrl(env: Env, port: number): string {
  const given = url(env, 'URL', `http://localhost:${port}`, ['http:', 'https:']);
  const parsed = new URL(given);
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '')
    refuse('URL', given, 'an address without a path');
  return parsed.origin;
}

/** Reads the environment; throws a {@link ConfigError} that names the variable, what was given and what is allowed. */
export function readConfig(env: Env = process.env): Config {
  const port = whole(env, 'PORT', 4000, 1, 65_535);
  const address = publicUrl(env, port);
  return {
    host: env.VENTANILLA_HOST || '127.0.0.1',
    port,
    publicUrl: address,
    isLoopbackUrl: isLoopbackHost(new URL(address).hostname),
    dataFolder: resolve(env.VENTANILLA_DATA || 'data'),
    databaseUrl: url(env, 'DATABASE_URL', '', ['postgres:', 'postgresql:']),
    smtpUrl: url(env, 'SMTP_URL', '', ['smtp:', 'smtps:']),
    mailFrom: env.VENTANILLA_MAIL_FROM || 'Ventanilla <ventanilla@localhost>',
    trustedProxies: addresses(env, 'TRUST_PROXY'),
    isDemo: oneOf(env, 'DEMO', ['0', '1'], '0') === '1',
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
    metricsToken: env.VENTANILLA_METRICS_TOKEN || '',
    rateLimits: {
      read: whole(env, 'RATE_READ', 600, 1, 1_000_000),
      write: whole(env, 'RATE_WRITE', 120, 1, 1_000_000),
      session: whole(env, 'RATE_SESSION', 30, 1, 1_000_000),
      secret: whole(env, 'RATE_SECRET', 10, 1, 1_000_000),
      page: whole(env, 'RATE_PAGE', 20, 1, 1_000_000),
    },
    uploadBytesPerHour: whole(env, 'RATE_UPLOAD_MB', 100, 1, 1_000_000) * 1024 * 1024,
    mailsPerHour: whole(env, 'RATE_MAIL', 5, 1, 1_000_000),
  };
}
