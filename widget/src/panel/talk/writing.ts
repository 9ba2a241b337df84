import { filePath } from '@ventanilla/shared/wire/file';
import type { Connection } from '../../connection/connection.ts';
import type { Picked } from '../files/picked.ts';
import type { PartName, Parts } from '../parts.ts';
import type { Actions } from '../scene.ts';

/** What the panel keeps of unfinished messages, by conversation, and how it brings what writing needs. */
export interface Desk {
  connection(): Connection | undefined;
  parts: Parts;
  /** Also tries again what could not be had before. */
  need(part: PartName): Promise<void>;
  drafts: Map<string, string>;
  picked: Map<string, Picked[]>;
  draw(): void;
  isOnScreen(key: string): boolean;
}

/** What can be done in a conversation: it comes with the conversation's screen, beside the connection. */
export function createWriting({ connection, parts, need, drafts, picked, draw, isOnScreen }: Desk) {
  const pickedFor = (key: string) => picked.get(key) ?? [];

  /** What was chosen and is not shown yet, because the part that shows files is on its way or could not be had. */
  const unshown = new Map<string, File[]>();

  async function showChosen(key: string): Promise<void> {
    await need('files');
    const files = unshown.get(key);
    if (!parts.files || !files) return;
    unshown.delete(key);
    picked.set(key, parts.files.pick(pickedFor(key), files));
    draw();
  }

  /** What was chosen is uploaded first; if something is in the way, words and files stay where they are. */
  async function send(key: string): Promise<void> {
    if (unshown.has(key)) await showChosen(key);
    if (unshown.has(key)) return;
    const desk = connection();
    const hasFiles = pickedFor(key).length > 0;
    if (pickedFor(key).some(({ upload }) => upload) || !desk) return;
    if (hasFiles && !(await parts.files?.uploadAll(pickedFor(key), desk.request, draw)))
      return isOnScreen(key) ? undefined : parts.files?.giveBack(key, desk.model(), drafts, picked, draw);
    const body = drafts.get(key) ?? '';
    const files = pickedFor(key).flatMap(({ ref }) => ref ?? []);
    if (body.trim() === '' && files.length === 0) return;
    picked.delete(key);
    drafts.delete(key);
    desk.type(key, false);
    draw();
    await desk.write(key, body, files);
  }

  return {
    attach(key, files) {
      unshown.set(key, [...(unshown.get(key) ?? []), ...files]);
      void showChosen(key);
    },
    carry(from, to) {
      for (const kept of [drafts, picked, unshown] as Map<string, unknown>[]) {
        if (kept.has(from)) kept.set(to, kept.get(from));
        kept.delete(from);
      }
    },
    detach(key, one) {
      one.upload?.abort();
      picked.set(
        key,
        pickedFor(key).filter((other) => other !== one),
      );
      draw();
    },
    send: (key) => void send(key),
    retry: (clientId, startId) => void connection()?.retry(clientId, startId),
    discard: (clientId) => void connection()?.discard(clientId),
    reach: (isEnd) => connection()?.reach(isEnd),
    wish: async (name, input) => (await connection()?.wish(name, input)) ?? false,
    async fetchFile(id) {
      const response = await connection()?.request(`${filePath}/${id}`, {});
      if (!response?.ok) throw new Error('no such file');
      return response.blob();
    },
  } satisfies Partial<Actions>;
}
