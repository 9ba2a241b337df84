import type { Context } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import { bodyType, readLimited } from './limited-body.ts';

/** What the plain form of `/c/<site>` holds. Every field may have been written by somebody else than our page. */
export interface PageForm {
  body: string;
  /** Who the sender becomes with their first message. */
  token: string;
  /** Made with the page, so that a form sent twice is one conversation and one message (DL1). */
  startId: string;
  clientId: string;
  /** '': it begins one. */
  conversationId: string;
  isFarewell: boolean;
  /** Where to write to about this conversation; null: this is a message. */
  address: string | null;
}

/** Reads a form and nothing else, up to the limit of a command. Lines end as they do everywhere here. */
export async function readPageForm(context: Context): Promise<PageForm> {
  if (bodyType(context) !== 'application/x-www-form-urlencoded')
    throw new AppError('invalid', { field: 'content-type' });
  const fields = new URLSearchParams(await readLimited(context));
  const field = (name: string) => fields.get(name) ?? '';
  return {
    body: field('body').replaceAll('\r\n', '\n'),
    token: field('token'),
    startId: field('startId'),
    clientId: field('clientId'),
    conversationId: field('conversationId'),
    isFarewell: fields.has('forget'),
    address: fields.get('address'),
  };
}
