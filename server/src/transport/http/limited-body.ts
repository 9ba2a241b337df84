import { limits } from '@ventanilla/shared/limits';
import type { Context } from 'hono';
import { AppError } from '../../actions/app-error.ts';

/** The type of a request's body without its parameters, in lower case. */
export function bodyType(context: Context): string {
  return context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** A request's body as text. Stops reading at the limit, whatever the declared length says. */
export async function readLimited(context: Context): Promise<string> {
  const { body } = context.req.raw;
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limits.commandBytes) throw new AppError('too_large', { maxBytes: limits.commandBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
