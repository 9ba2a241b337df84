import { type FileRef, isShownInPlace } from '@ventanilla/shared/entities/file';
import { type FileId, idPattern } from '@ventanilla/shared/ids';
import type { UploadedAnswer } from '@ventanilla/shared/wire/file';
import { routes } from '@ventanilla/shared/wire/routes';
import type { RateClass } from '@ventanilla/shared/wire/spec';
import type { Context, Hono } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import type { AgentCaller, Caller, VisitorCaller } from '../../actions/caller.ts';
import { openFile, readFile } from '../../actions/file/open-file.ts';
import { openLinkedFile } from '../../actions/file/open-linked-file.ts';
import { uploadFile } from '../../actions/file/upload-file.ts';
import { linked } from '../../actions/ticket-link/linked-caller.ts';
import type { Deps } from '../../deps.ts';
import { fileRefOf } from '../../domain/file/file-ref.ts';
import type { FileRow } from '../../domain/rows.ts';
import { limitRate } from '../limit-rate.ts';
import { refuse } from './refusals.ts';
import { ownCaller, preflight, siteCaller, siteOf } from './site-caller.ts';

const { uploadFile: upload, downloadFile: download } = routes;

/** Files come and go here and nowhere else: no name is a path, and nothing is given out that a browser would run. */
export function mountFileDoor(app: Hono, deps: Deps): void {
  app.post(upload.path, (context) =>
    answered(deps, context, 'write', async (given) => {
      const secret = linkSecret(context);
      const caller = secret === undefined ? known(given) : (await linked(deps, given, secret)).caller;
      const site = siteOf(deps, context);
      const file = await uploadFile(deps, caller, {
        siteId: site.id,
        name: context.req.query('name') ?? '',
        declaredBytes: declaredBytes(context),
        bytes: context.req.raw.body ?? nothing(),
      });
      context.header('Cache-Control', 'no-store');
      const data: UploadedAnswer = { file: fileRefOf(file) };
      return context.json({ ok: true, data });
    }),
  );
  app.options(upload.path, (context) => preflight(deps, context, upload.method));

  app.get(download.path, (context) =>
    answered(deps, context, 'read', async (given) => {
      const secret = linkSecret(context);
      const fileId = context.req.param('file');
      if (secret === undefined) return fileAnswer(deps, context, known(given), fileId);
      return bytesOf(deps, context, await openLinkedFile(deps, given, secret, fileIdOf(fileId)));
    }),
  );
  app.options(download.path, (context) => preflight(deps, context, download.method));
}

/** The file, if the caller may read it. */
export async function fileAnswer(
  deps: Deps,
  context: Context,
  caller: VisitorCaller | AgentCaller,
  fileId: string,
): Promise<Response> {
  return bytesOf(deps, context, await openFile(deps, caller, fileIdOf(fileId)));
}

/** Asked about each time, so that whoever lost the right to it loses the file. */
async function bytesOf(deps: Deps, context: Context, file: FileRow): Promise<Response> {
  const headers = { 'Cache-Control': 'private, no-cache', ETag: `"${file.id}"`, ...harmless(file) };
  if (context.req.header('if-none-match') === headers.ETag) return context.body(null, 304, headers);
  const length = { 'Content-Length': String(file.sizeBytes) };
  return context.body(await readFile(deps, file), 200, { ...headers, ...length });
}

/** Of a ticket's link: never in the address. */
function linkSecret(context: Context): string | undefined {
  return /^Link (\S{1,100})$/.exec(context.req.header('authorization') ?? '')?.[1];
}

function known(caller: Caller): VisitorCaller | AgentCaller {
  if (caller.kind === 'anyone') throw new AppError('unauthenticated');
  return caller;
}

/** A visitor by their bearer, or an agent by their cookie; refusals in the one body. */
async function answered(
  deps: Deps,
  context: Context,
  rate: RateClass,
  answer: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  try {
    const isVisitor = linkSecret(context) === undefined && context.req.header('authorization') !== undefined;
    const caller = isVisitor ? siteCaller(deps, context) : await ownCaller(deps, context);
    limitRate(deps, rate, caller);
    return await answer(caller);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.header('Cache-Control', 'no-store');
    return refuse(deps, context, error.code, error.details);
  }
}

function fileIdOf(given: string): FileId {
  if (!isFileId(given)) throw new AppError('invalid', { field: 'fileId' });
  return given;
}

function isFileId(text: string): text is FileId {
  return idPattern('file').test(text);
}

function declaredBytes(context: Context): number | null {
  const given = context.req.header('content-length');
  return given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : null;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Shown in place only as one of the pictures that cannot run; saved in every other case, as no type in particular. */
function harmless(file: FileRef): Record<string, string> {
  const isShown = isShownInPlace(file);
  return {
    'Content-Type': isShown ? file.mime : 'application/octet-stream',
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; ${nameParameters(file.name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** RFC 6266 and 5987: ASCII for old programs, and the whole name. */
function nameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
