import type { FileId } from '../ids.ts';
import { shownImageTypes } from '../vocabulary.ts';

/** A file as a message carries it. */
export interface FileRef {
  id: FileId;
  /** For showing and saving: one segment, nothing invisible, and its extension tells what the content is. */
  name: string;
  /** By content. `application/octet-stream` for whatever a browser might run, and for pictures too large to show. */
  mime: string;
  sizeBytes: number;
  /** Pixels as shown, turned as the camera says; 0 for what is not shown in place. */
  width: number;
  height: number;
}

/** Everything else is offered as a download. */
export function isShownInPlace(file: Pick<FileRef, 'mime'>): boolean {
  return shownImageTypes.some((type) => type === file.mime);
}
