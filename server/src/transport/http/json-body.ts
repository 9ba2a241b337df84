import { limits } from '@ventanilla/shared/limits';
import type { Context } from 'hono';
import { AppError } from '../../actions/app-error.ts';

/**
 * The text of a JSON request. Only that type: a form or plain text could be sent by another page without a preflight.
 * Stops reading at the limit, whatever the declared length says.
 */
export async function readJsonText(context: Context): Promise<string> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('invalid', { field: 'content-type' });
  return readLimited(context.req.raw.body);
}

async function readLimited(body: ReadableStream<Uint8Array> | null): Promise<string> {
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
