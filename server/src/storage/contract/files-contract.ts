import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withFiles } from '../../domain/file/with-files.ts';
import type { ConversationHead, FileRow, SiteRow } from '../../domain/rows.ts';
import type { AppendItem, NewFile, Store } from '../store.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import { aConversation, aSite, aVisitor, idOf, saying, start, starting, stored } from './rows-for-tests.ts';

const visitorId = 'vis_someone';

function newFile(site: SiteRow, patch: Partial<NewFile> = {}): NewFile {
  return {
    id: idOf('file'),
    siteId: site.id,
    ownerKind: 'visitor',
    ownerId: visitorId,
    storageKey: randomBytes(16).toString('hex'),
    createdAt: start,
    ...patch,
  };
}

const facts = { name: 'router.jpg', mime: 'image/jpeg', sizeBytes: 2 ** 33, width: 4000, height: 3000 };

export async function readyFile(store: Store, site: SiteRow, patch: Partial<NewFile> = {}): Promise<FileRow> {
  const { id } = await store.files.create(newFile(site, patch));
  const ready = await store.files.finish(id, facts);
  if (!ready) throw new Error('the file was given up');
  return ready;
}

/** A message of the visitor that carries these files, under the product's own rule. */
export function carrying(item: AppendItem, files: readonly Pick<FileRow, 'id'>[]): AppendItem {
  const fileIds = files.map((file) => file.id);
  const actor = { kind: 'visitor', id: item.fingerprint.authorId, name: '' } as const;
  return {
    ...item,
    fileIds,
    decide: (head, found) =>
      withFiles(head, found, fileIds, actor, (named: ConversationHead) => item.decide(named, [])),
  };
}

export function filesContract(makePlace: MakePlace): void {
  describe('files', () => {
    let place: Place;
    let store: OpenedStore;
    let site: SiteRow;

    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
      site = await aSite(store);
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
    });

    test('an upload is ready when its bytes are there, and only once', async () => {
      const file = newFile(site);
      expect(await store.files.create(file)).toMatchObject({
        ...file,
        state: 'uploading',
        conversationId: '',
        name: '',
      });
      const ready = await store.files.finish(file.id, facts);
      expect(ready).toMatchObject({ ...file, ...facts, state: 'ready' });
      expect(await store.files.finish(file.id, { ...facts, name: 'other.jpg' })).toBeNull();
      expect(await store.files.byId(file.id)).toEqual({ ...ready, visitorId: '', requesterId: '', publicSeq: 0 });
      expect(await store.files.byId(idOf('file'))).toBeNull();
    });

    test('[DL6] a message takes its files along, in their order, and nobody else can take them again', async () => {
      const { id, visitorId: owner } = await aConversation(store, site);
      const files = [await readyFile(store, site), await readyFile(store, site)].reverse();
      const { entries, conversation } = await stored(store, carrying(saying(id, ''), files));
      const refs = files.map(({ id: fileId }) => ({ id: fileId, ...facts }));
      expect(entries[0]?.data).toEqual({ files: refs });
      expect((await store.entries.after(id, 1, 10))[0]).toEqual(entries[0]);
      expect((await store.conversations.inboxRow(id))?.lastMessage).toMatchObject({ body: '', data: { files: refs } });
      const attached = { state: 'attached', conversationId: id, entryId: entries[0]?.id };
      expect(await store.files.byId(files[0]!.id)).toMatchObject({ ...attached, visitorId: owner, publicSeq: 2 });

      const [again] = await store.appendEntries([carrying(saying(id, 'otra'), files)]);
      expect(again).toMatchObject({ status: 'refused', reason: 'not_found', details: { field: 'fileIds' } });
      expect((await store.conversations.byId(id))?.version).toBe(conversation.version);
    });

    test('[CV5] a note’s file is known as such', async () => {
      const { id } = await aConversation(store, site);
      const file = await readyFile(store, site);
      await stored(store, carrying(saying(id, '', { kind: 'note' }), [file]));
      expect(await store.files.byId(file.id)).toMatchObject({ state: 'attached', publicSeq: 0 });
    });

    test('[DL1] the same client id: same words and files are a duplicate, other files a conflict', async () => {
      const { id } = await aConversation(store, site);
      const [one, two] = [await readyFile(store, site), await readyFile(store, site)];
      const item = carrying(saying(id, 'mira'), [one]);
      const first = await stored(store, item);
      const same = { status: 'duplicate', entries: first.entries };
      expect(await store.appendEntries([item, item])).toMatchObject([same, same]);
      const plain: AppendItem = { ...item, fileIds: [] };
      for (const other of [carrying(item, [two]), carrying(item, [one, two]), plain]) {
        expect(await store.appendEntries([other])).toMatchObject([{ status: 'conflict', existing: first.entries[0] }]);
      }
      expect(await store.files.byId(two.id)).toMatchObject({ state: 'ready', conversationId: '' });
    });

    test('[DL6] two messages at once cannot carry the same file', async () => {
      const conversations = await Promise.all([1, 2, 3].map(() => aConversation(store, site)));
      const file = await readyFile(store, site);
      const results = await Promise.all(
        conversations.map(({ id }) => store.appendEntries([carrying(saying(id, ''), [file])])),
      );
      expect(results.flat().map(({ status }) => status)).toEqual(['stored', 'refused', 'refused']);
    });

    test('[PR3] only one’s own, whole and of the same site', async () => {
      const { id } = await aConversation(store, site);
      const uploading = await store.files.create(newFile(site));
      const others = [
        await readyFile(store, site, { ownerId: 'vis_other' }),
        await readyFile(store, site, { ownerKind: 'agent' }),
        await readyFile(store, await aSite(store)),
        uploading,
        { id: idOf('file') },
      ];
      const own = await readyFile(store, site);
      const answers = await Promise.all(
        others.map(async (other) => (await store.appendEntries([carrying(saying(id, 'x'), [own, other])]))[0]),
      );
      for (const answer of answers) expect(answer).toMatchObject({ status: 'refused', reason: 'not_found' });
      expect((await store.files.byId(own.id))?.state).toBe('ready');
    });

    test('a conversation that begins with a file alone is called by its name', async () => {
      const visitor = await aVisitor(store, site);
      const file = await readyFile(store, site, { ownerId: visitor.id });
      const { conversation } = await stored(store, carrying(starting(visitor, ''), [file]));
      expect(conversation.subject).toBe(facts.name);
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ subject: facts.name });
    });

    test('what was never sent expires, oldest first; what an entry carries never does', async () => {
      const own = await aSite(store);
      const { id } = await aConversation(store, own);
      const at = (createdAt: number) => readyFile(store, own, { createdAt });
      const [attached, old, older, young] = [await at(1), await at(3), await at(2), await at(start)];
      const unfinished = await store.files.create(newFile(own, { createdAt: 4 }));
      await stored(store, carrying(saying(id, ''), [attached]));

      expect((await store.files.expire(5, 2)).map((file) => file.id).sort()).toEqual([old.id, older.id].sort());
      const [gone] = await store.appendEntries([carrying(saying(id, ''), [old])]);
      expect(gone?.status).toBe('refused');
      // What was marked and not yet forgotten is answered again, until it is.
      expect(await store.files.expire(0, 5)).toHaveLength(2);
      const marked = await store.files.expire(5, 5);
      expect(marked.map((file) => file.id)).toContain(unfinished.id);
      expect(await store.files.finish(unfinished.id, facts)).toBeNull();
      await store.files.forget([...marked.map((file) => file.id), attached.id]);
      await store.files.forget([]);
      expect(await store.files.expire(5, 5)).toEqual([]);
      for (const file of [old, older, unfinished]) expect(await store.files.byId(file.id)).toBeNull();
      for (const file of [attached, young]) expect(await store.files.byId(file.id)).not.toBeNull();
    });

    test('an attached file without an entry cannot be stored', async () => {
      const { id } = await readyFile(store, site);
      await expect(place.sql(`UPDATE files SET state = 'attached' WHERE id = '${id}'`)).rejects.toThrow();
    });
  });
}
