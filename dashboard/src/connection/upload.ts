import { filePath, type UploadedAnswer } from '@ventanilla/shared/wire/file';
import { type Answer, offline } from './failure.ts';
import { answerOf } from './http.ts';

export interface Upload {
  answer: Promise<Answer<UploadedAnswer>>;
  stop: () => void;
}

/** One file on its way to the server. `fetch` does not say how far it is; never throws. */
export function upload(siteKey: string, file: File, onShare: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<UploadedAnswer>>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf<UploadedAnswer>(jsonOf(request.responseText)));
    request.onerror = () => resolve({ ok: false, error: offline });
    request.onabort = () => resolve({ ok: false, error: offline });
  });
  request.open('POST', `${filePath}?${new URLSearchParams({ site: siteKey, name: file.name })}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { answer, stop: () => request.abort() };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where a file that an entry carries is read, with the agent's own cookie. */
export function addressOf(fileId: string): string {
  return `${filePath}/${fileId}`;
}
