import { isShownInPlace } from '@ventanilla/shared/entities/file';
import { limits } from '@ventanilla/shared/limits';
import type { FileRow } from '../rows.ts';
import { extensionOf, isStartable, namedWith, plainName } from './display-name.ts';
import { acceptsExtension, fileTypeOf, mimeOf } from './file-type.ts';
import { imageSizeOf } from './image-size.ts';

export type FileFacts = Pick<FileRow, 'name' | 'mime' | 'width' | 'height'>;

/** A refusal before a byte is read: what is called like a program. */
export function isRefusedByName(givenName: string): boolean {
  return isStartable(plainName(givenName));
}

/**
 * What a file is to its readers, from what its sender calls it and its first bytes. Null: a program, a script, or nothing
 * that is accepted. The name always ends in an extension of the type that the content has.
 */
export function examineFile(givenName: string, head: Uint8Array): FileFacts | null {
  const type = fileTypeOf(head);
  const given = plainName(givenName);
  if (type === null || type === 'executable' || isStartable(given)) return null;
  const extension = extensionOf(given);
  const isCalledSo = acceptsExtension(type, extension);
  const name = namedWith(given, isCalledSo ? extension : (Object.keys(type.mimes)[0] ?? 'bin'));
  const mime = mimeOf(type, extension);
  if (!isShownInPlace({ mime })) return { name, mime, width: 0, height: 0 };
  const size = imageSizeOf(mime, head);
  return size && size.width * size.height <= limits.shownPixels
    ? { name, mime, ...size }
    : { name, mime: 'application/octet-stream', width: 0, height: 0 };
}
