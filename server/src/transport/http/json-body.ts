import type { Context } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import { bodyType, readLimited } from './limited-body.ts';

/**
 * The text of a JSON request. Only that type: a form or plain text could be sent by another page without a preflight.
 */
export async function readJsonText(context: Context): Promise<string> {
  if (bodyType(context) !== 'application/json') throw new AppError('invalid', { field: 'content-type' });
  return readLimited(context);
}
