import { effect, signal } from '@preact/signals';
import type { FileRef } from '@ventanilla/shared/entities/file';
import type { ConversationId } from '@ventanilla/shared/ids';
import { shownImageTypes } from '@ventanilla/shared/vocabulary';
import { type Upload, upload } from './connection/upload.ts';
import * as desk from './desk.ts';
import { filesOf, keepFiles } from './drafts.ts';
import { newClientId } from './ids.ts';
import {
  type Attachment,
  type Attachments,
  change,
  readyAgain,
  readyFiles,
  refusalOf,
  roomFor,
} from './model/attachments.ts';

interface Source {
  file: File;
  siteKey: string;
  upload: Upload | null;
}
const sources = new Map<string, Source>();

/** Files beside the drafts, by conversation; uploads go on while the reader looks elsewhere. */
export const attachments = signal<ReadonlyMap<ConversationId, Attachments>>(new Map());

/** Whoever signs in next at this page finds none of it. */
effect(() => {
  if (desk.agentId.value === '') forgetAll();
});

function forgetAll(): void {
  for (const list of attachments.peek().values()) for (const attachment of list) letGo(attachment);
  attachments.value = new Map();
}

export function attachmentsOf(id: ConversationId): Attachments {
  return attachments.value.get(id) ?? [];
}

/** Answers how many found no room. */
export function attach(id: ConversationId, siteId: string, files: readonly File[]): number {
  const siteKey = desk.sites.peek().get(siteId)?.key ?? '';
  const room = roomFor(attachmentsOf(id));
  for (const file of files.slice(0, room)) {
    const key = newClientId();
    const failure = refusalOf(file);
    sources.set(key, { file, siteKey, upload: null });
    put(id, [...attachmentsOf(id), { ...begun(key, file), ...(failure && { state: 'failed', failure }) }]);
    if (!failure) void send(id, key);
  }
  return Math.max(0, files.length - room);
}

export function tryAgain(id: ConversationId, key: string): void {
  put(id, change(attachmentsOf(id), key, { state: 'uploading', share: 0, failure: null }));
  void send(id, key);
}

export function detach(id: ConversationId, key: string): void {
  letGo(attachmentsOf(id).find((attachment) => attachment.key === key));
  put(
    id,
    attachmentsOf(id).filter((attachment) => attachment.key !== key),
  );
}

/** The files go with a message: they are the outbox's now. */
export function takeReady(id: ConversationId): FileRef[] {
  const files = readyFiles(attachmentsOf(id));
  for (const attachment of attachmentsOf(id)) letGo(attachment);
  put(id, []);
  return files;
}

/** Back beside the draft: after a reload, or because their message did not go out. */
export function putBack(id: ConversationId, files: readonly FileRef[]): void {
  const known = attachmentsOf(id);
  const fresh = files.filter((file) => known.every((attachment) => attachment.file?.id !== file.id));
  if (fresh.length > 0) put(id, [...known, ...fresh.map(readyAgain)]);
}

export function recallFiles(id: ConversationId): void {
  putBack(id, filesOf(desk.agentId.peek(), id));
}

async function send(id: ConversationId, key: string): Promise<void> {
  const source = sources.get(key);
  if (!source) return;
  source.upload = upload(source.siteKey, source.file, (share) => put(id, change(attachmentsOf(id), key, { share })));
  const answer = await source.upload.answer;
  if (!sources.has(key)) return;
  put(
    id,
    change(
      attachmentsOf(id),
      key,
      answer.ok
        ? { state: 'ready', share: 1, file: answer.data.file, name: answer.data.file.name }
        : { state: 'failed', failure: answer.error },
    ),
  );
}

function begun(key: string, file: File): Attachment {
  const isPicture = shownImageTypes.some((type) => type === file.type);
  return {
    key,
    name: file.name,
    sizeBytes: file.size,
    state: 'uploading',
    share: 0,
    file: null,
    failure: null,
    picture: isPicture ? URL.createObjectURL(file) : '',
  };
}

function letGo(attachment: Attachment | undefined): void {
  if (!attachment) return;
  sources.get(attachment.key)?.upload?.stop();
  sources.delete(attachment.key);
  if (attachment.picture) URL.revokeObjectURL(attachment.picture);
}

function put(id: ConversationId, changed: Attachments): void {
  attachments.value = new Map(attachments.value).set(id, changed);
  keepFiles(desk.agentId.peek(), id, readyFiles(changed));
}
