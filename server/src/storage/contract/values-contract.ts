import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import { aConversation, aRequester, aSite, changing, newEvent, saying, stored } from './rows-for-tests.ts';

const texts: Record<string, string> = {
  emoji: '👩‍🚒 🏳️‍🌈 \u{1F9D1}\u{1F3FD}\u200D\u{1F4BB}',
  'four bytes': '𝒱𝑒𝓃𝓉𝒶𝓃𝒾𝓁𝓁𝒶 𠜎𠜱𠝹',
  'right to left': 'مرحبا \u202Eabc\u202C שלום',
  combining: 'e\u0301 n\u0303 ﬁ \u200B\uFEFF',
  quotes: `'";--" \\' \\\\ \\n $1 ? :a @b`,
  wildcards: '%_%%__\\%',
  json: '{"a":[1,"\\u0000"]}',
  'white space': ' \t\r\n\u2028\u2029 ',
  'a number': '0123.50',
  'a boolean': 'true',
  null: 'null',
  markup: '<script>alert(1)</script>&amp;',
  control: '\u0001\u001F\u007F',
};

export function valuesContract(makePlace: MakePlace): void {
  describe('values', () => {
    let place: Place;
    let store: OpenedStore;

    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
    });

    test.for(Object.entries(texts))('%s comes back as it was, by both ways in', async ([, text]) => {
      const site = await aSite(store, { name: text, origins: [text, ''] });
      expect(await store.sites.byId(site.id)).toEqual(site);
      const requester = await aRequester(store, site, { name: text, externalId: text });
      expect(await store.requesters.byExternalId(site.id, text)).toEqual(requester);
      const conversation = await aConversation(store, site, {
        subject: text,
        context: { [text]: [text, 1, null, true] },
      });
      const { entries } = await stored(store, saying(conversation.id, text));
      expect(entries[0]!.body).toBe(text);
      expect(await store.entries.last(conversation.id, 1)).toEqual(entries);
      expect(await store.conversations.byId(conversation.id)).toMatchObject({
        subject: text,
        context: { [text]: [text, 1, null, true] },
      });
    });

    test('10,000 characters of four bytes come back whole', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const long = '🧑🏽'.repeat(2_500);
      await stored(store, saying(conversation.id, long));
      const [entry] = await store.entries.last(conversation.id, 1);
      expect(entry?.body).toBe(long);
      const row = await store.conversations.inboxRow(conversation.id);
      expect(row?.lastMessage?.body).toBe(long.slice(0, 400));
    });

    test('JSON keeps the order of its keys', async () => {
      const conversation = await aConversation(store, await aSite(store), {
        context: { z: 1, a: 2, m: { y: 1, b: 2 } },
      });
      const found = await store.conversations.byId(conversation.id);
      expect(JSON.stringify(found?.context)).toBe('{"z":1,"a":2,"m":{"y":1,"b":2}}');
    });

    test('numbers beyond 32 bits and up to 53 are kept', async () => {
      const at = Number.MAX_SAFE_INTEGER;
      const site = await aSite(store, { pickUpMs: 2 ** 31, replyMs: 2 ** 32 + 1, disabledAt: at });
      expect(await store.sites.byId(site.id)).toMatchObject({
        pickUpMs: 2 ** 31,
        replyMs: 2 ** 32 + 1,
        disabledAt: at,
      });
      const conversation = await aConversation(store, site, { queuedAt: at, isFront: true });
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ queuedAt: at, isFront: true });
      await stored(store, changing(conversation.id, { patch: { deadlineAt: at - 1, isFront: false } }));
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ deadlineAt: at - 1, isFront: false });
      const event = newEvent({ subjectId: conversation.id, at });
      await store.sites.update(site.id, 1, {}, [event]);
      expect(await store.events.ofSubject('conversation', conversation.id, 5)).toMatchObject([{ at }]);
    });

    test('text sorts by code point, whatever the language of the server', async () => {
      const site = await aSite(store);
      const marks = ['a', 'B', 'ñ', 'Z', 'é', '_', '~', '10', '9'].map((letter) => `reader ${letter}`);
      const conversation = await aConversation(store, site);
      await store.readMarks.set(marks.map((readerId) => ({ conversationId: conversation.id, readerId, seq: 1 })));
      const rows = await place.sql('SELECT reader_id FROM read_marks ORDER BY reader_id');
      expect(rows.map((row) => row['reader_id'])).toEqual([...marks].sort());
    });
  });
}
