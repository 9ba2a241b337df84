import type { FileRef } from '../entities/file.ts';

/** `POST ?site=KEY&name=NAME` with the file itself as the body; `GET /ID?site=KEY` gives it back. */
export const filePath = '/api/v1/file';

/** The data of an accepted upload; its id goes into the `fileIds` of a message. */
export interface UploadedAnswer {
  file: FileRef;
}
