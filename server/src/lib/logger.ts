import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

/** JSON lines. Callers give ids, codes and counts; message bodies, tokens and addresses are never handed in. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The second net: should one of these ever be handed in, it is written as `[hidden]`. */
const hidden = ['token', 'secret', 'password', 'body', 'authorization', 'cookie', 'email', 'identityToken'];

export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const paths = hidden.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options = { level, base: null, redact: { paths, censor: '[hidden]' } };
  return destination ? pino(options, destination) : pino(options);
}
