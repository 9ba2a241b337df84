import type { FileRef } from '@ventanilla/shared/entities/file';
import type { FileId } from '@ventanilla/shared/ids';
import type { Ack } from '@ventanilla/shared/wire/errors';
import { filePath, type UploadedAnswer } from '@ventanilla/shared/wire/file';
import type { Reachable } from './clients.ts';

/** What somebody shows at the door of files. */
export interface FileProof {
  site: string;
  token?: string;
  cookie?: string;
  /** The page that calls; ours unless it says otherwise, null for a program. */
  origin?: string | null;
}

function headersOf(app: Reachable, { token, cookie, origin = app.url }: FileProof): Record<string, string> {
  return {
    ...(origin !== null && { origin }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(cookie && { cookie }),
  };
}

export interface UploadAnswer {
  status: number;
  headers: Headers;
  body: Ack<UploadedAnswer>;
}

export async function upload(app: Reachable, proof: FileProof, name: string, bytes: Uint8Array): Promise<UploadAnswer> {
  const url = `${app.url}${filePath}?${new URLSearchParams({ site: proof.site, name })}`;
  const body = new Uint8Array(bytes);
  const response = await fetch(url, { method: 'POST', headers: headersOf(app, proof), body });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Ack<UploadedAnswer> };
}

/** The file, or an error with the refusal's code. */
export async function uploaded(app: Reachable, proof: FileProof, name: string, bytes: Uint8Array): Promise<FileRef> {
  const { body } = await upload(app, proof, name, bytes);
  if (!body.ok) throw new Error(`${name}: ${body.error.code}`);
  return body.data.file;
}

export interface Download {
  status: number;
  headers: Headers;
  bytes: Buffer;
  /** `ok`, or the refusal's code. */
  code: string;
}

export async function download(
  app: Reachable,
  proof: FileProof,
  id: FileId | (string & {}),
  headers: Record<string, string> = {},
): Promise<Download> {
  const url = `${app.url}${filePath}/${encodeURIComponent(id)}?site=${proof.site}`;
  const response = await fetch(url, { headers: { ...headersOf(app, proof), ...headers } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isRefusal = response.headers.get('content-type')?.startsWith('application/json') === true;
  const code = isRefusal ? JSON.parse(bytes.toString()).error.code : 'ok';
  return { status: response.status, headers: response.headers, bytes, code };
}
