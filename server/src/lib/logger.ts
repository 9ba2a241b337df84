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

/** What may be written of a fault: database libraries put the statement's values, which are people's words, into their message. */
export function faultOf(error: unknown): { name: string; message: string; at: string; cause?: unknown } {
  if (!(error instanceof Error)) return { name: typeof error, message: '', at: '' };
  const message = error.message.split(/\n?params:/i)[0] ?? '';
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .join('\n');
  const fault = { name: error.name, message, at };
  return error.cause === undefined ? fault : { ...fault, cause: faultOf(error.cause) };
}
