import { limits } from '@ventanilla/shared/limits';
import { email, line, password, secret } from '@ventanilla/shared/wire/fields';
import * as v from 'valibot';
import { AppError } from '../actions/app-error.ts';

/** Compared and not stored: longer than any password can be, it is simply the wrong one. */
const typedPassword = v.pipe(v.string(), v.maxLength(limits.passwordMaxLength, 'wrong'));

export const signInRequest = v.object({ email: v.pipe(line(limits.addressLength), v.trim()), password: typedPassword });
export const resetRequest = v.object({ email });
export const newPasswordRequest = v.object({ token: secret, newPassword: password });
export const changePasswordRequest = v.object({ currentPassword: typedPassword, newPassword: password });

/** The body of a request as the schema wants it; the refusal names the field and never repeats what was sent. */
export async function readRequest<S extends v.GenericSchema>(schema: S, request: Request): Promise<v.InferOutput<S>> {
  const result = v.safeParse(schema, await readJson(request));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '';
  if (issue.message === 'wrong') throw new AppError('wrong_credentials');
  if (field === 'newPassword') throw new AppError('weak_password', { field });
  throw new AppError('invalid', { field });
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > limits.commandBytes) throw new AppError('too_large');
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', { field: '' });
  }
}
