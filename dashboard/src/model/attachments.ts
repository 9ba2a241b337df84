import type { FileRef } from '@ventanilla/shared/entities/file';
import { limits } from '@ventanilla/shared/limits';
import type { Failure } from '../connection/failure.ts';

/** A file beside what is being written. It goes out with the message once it is `ready` (DL6). */
export interface Attachment {
  key: string;
  name: string;
  sizeBytes: number;
  state: 'uploading' | 'ready' | 'failed';
  /** Of its bytes that are there, 0 to 1. */
  share: number;
  /** Known when it is ready. */
  file: FileRef | null;
  failure: Failure | null;
  /** Where this browser can show a picture of it; '' when it cannot. */
  picture: string;
}

export type Attachments = readonly Attachment[];

export function change(attachments: Attachments, key: string, part: Partial<Attachment>): Attachments {
  return attachments.map((attachment) => (attachment.key === key ? { ...attachment, ...part } : attachment));
}

/** What the server would say as well, but before any byte leaves. */
export function refusalOf({ size }: Pick<File, 'size'>): Failure | null {
  if (size === 0) return { code: 'invalid', details: { field: 'file', reason: 'empty' } };
  return size > limits.fileBytes ? { code: 'too_large', details: { maxBytes: limits.fileBytes } } : null;
}

export function roomFor(attachments: Attachments): number {
  return limits.filesPerMessage - attachments.length;
}

export function readyFiles(attachments: Attachments): FileRef[] {
  return attachments.flatMap(({ state, file }) => (state === 'ready' && file ? [file] : []));
}

/** One was kept from before a reload: it is on the server already. */
export function readyAgain(file: FileRef): Attachment {
  const { id, name, sizeBytes } = file;
  return { key: id, name, sizeBytes, state: 'ready', share: 1, file, failure: null, picture: '' };
}
