import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleEdition, ArticleRow, SiteRow } from '../../domain/rows.ts';
import type { ArticleFilter, NewArticle, Publication } from '../knowledge-port.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import { aSite, idOf, newEvent, start, uuid } from './rows-for-tests.ts';

const edition: ArticleEdition = {
  title: 'La luz LOS está en rojo',
  body: '1. Apaga el router.\n2. Saca el **cable verde**.',
  phrasings: ['router luz roja', 'no llega señal'],
  category: 'Conexión',
  audience: 'public',
  position: 0,
};

function newArticle(site: SiteRow, patch: Partial<NewArticle> = {}): NewArticle {
  const id = idOf('article');
  return { ...edition, id, siteId: site.id, locale: 'es', slug: id, updatedBy: 'agt_1', createdAt: start, ...patch };
}

const publication = (patch: Partial<Publication> = {}): Publication => ({
  state: 'published',
  edition,
  publishedAt: start + 1,
  updatedBy: 'agt_2',
  updatedAt: start + 1,
  ...patch,
});

export function knowledgeContract(makePlace: MakePlace): void {
  describe('articles', () => {
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

    async function anArticle(site: SiteRow, patch: Partial<NewArticle> = {}): Promise<ArticleRow> {
      const article = await store.articles.create(newArticle(site, patch), []);
      if (!article) throw new Error('the slug was taken');
      return article;
    }

    test('a draft comes back as it was; its slug is one of its site and language', async () => {
      const [site, other] = [await aSite(store), await aSite(store)];
      const slug = uuid();
      const draft = await anArticle(site, { slug });
      expect(draft).toMatchObject({ ...edition, state: 'draft', edition: {}, version: 1, revision: 0, views: 0 });
      expect(await store.articles.byId(draft.id)).toEqual(draft);
      expect(await store.articles.create(newArticle(site, { slug }), [newEvent()])).toBeNull();
      const english = await anArticle(site, { slug, locale: 'en' });
      await anArticle(other, { slug });
      const ofSlug = await store.articles.ofSlugs(site.id, [slug, 'none']);
      expect(ofSlug.map(({ id, locale }) => [id, locale])).toEqual([
        [english.id, 'en'],
        [draft.id, 'es'],
      ]);
      expect(await store.articles.ofSlugs(site.id, [])).toEqual([]);
      expect(await store.articles.byId(idOf('article'))).toBeNull();
    });

    test('[TK8] is changed by version, with its event or not at all', async () => {
      const { id, siteId } = await anArticle(await aSite(store));
      const event = () => newEvent({ siteId, subjectKind: 'article', subjectId: id, type: 'article.saved' });
      const patch = { title: 'Otra', updatedBy: 'agt_3', updatedAt: start + 5 } as const;
      expect(await store.articles.save(id, 1, patch, [event()])).toMatchObject({ ...patch, version: 2 });
      expect(await store.articles.save(id, 1, patch, [event()])).toBeNull();
      expect(await store.articles.publish(id, 1, publication(), [event()])).toBeNull();
      expect(await store.articles.publish(id, 2, publication(), [event()])).toMatchObject({ version: 3 });
      const events = await store.events.ofSubject('article', id, 5);
      expect(events.map(({ version }) => version)).toEqual([2, 3]);
    });

    test('what is published stands apart from what is written, and at a revision of its own', async () => {
      const site = await aSite(store);
      const { id } = await anArticle(site);
      const published = await store.articles.publish(id, 1, publication(), []);
      const before = (published?.revision ?? 0) - 1;
      const patch = { body: 'Nuevo', hasChanges: true, updatedBy: 'agt_1', updatedAt: start + 2 } as const;
      await store.articles.save(id, 2, patch, []);
      const row = await store.articles.byId(id);
      expect(row).toMatchObject({ body: 'Nuevo', hasChanges: true, edition, publishedAt: start + 1, version: 3 });
      expect(await store.articles.afterRevision(before, 5)).toEqual([row]);
      await store.articles.publish(id, 3, publication({ state: 'archived' }), []);
      const after = await store.articles.afterRevision(before, 5);
      expect(after).toMatchObject([{ id, state: 'archived', hasChanges: false, revision: before + 2 }]);
      expect(await store.articles.afterRevision(before + 2, 5)).toEqual([]);
    });

    test('revisions have one order, however many publish at once', async () => {
      const site = await aSite(store);
      const made = await Promise.all(Array.from({ length: 8 }, () => anArticle(site)));
      const before = (await store.articles.publish((await anArticle(site)).id, 1, publication(), []))?.revision ?? 0;
      const published = await Promise.all(made.map(({ id }) => store.articles.publish(id, 1, publication(), [])));
      const revisions = published.map((row) => row?.revision ?? 0).sort((a, b) => a - b);
      expect(revisions).toEqual(made.map((_, i) => before + 1 + i));
      const first = await store.articles.afterRevision(before, 3);
      expect(first.map(({ revision }) => revision)).toEqual(revisions.slice(0, 3));
    });

    test('[KB1] nothing is published without what readers shall see', async () => {
      const { id } = await anArticle(await aSite(store));
      const bare = store.articles.publish(id, 1, publication({ edition: {} }), []);
      await expect(bare).rejects.toMatchObject({ failure: 'constraint' });
    });

    test('lists: every page of every filter, without a gap or a repetition', async () => {
      const [site, other] = [await aSite(store), await aSite(store)];
      const made: ArticleRow[] = [];
      for (let i = 0; i < 15; i++) {
        const article = await anArticle(site, {
          locale: i % 5 === 0 ? 'en' : 'es',
          category: i % 2 ? 'Conexión' : '',
          createdAt: start + (i % 3),
        });
        const published = i % 3 ? null : await store.articles.publish(article.id, 1, publication(), []);
        made.push(published ?? article);
      }
      await anArticle(other);
      const filters: Partial<ArticleFilter>[] = [
        {},
        { locale: 'en' },
        { state: 'published' },
        { state: 'archived' },
        { state: 'draft', category: 'Conexión' },
        { category: '' },
      ];
      for (const filter of filters) {
        const expected = made
          .filter((row) => row.locale === (filter.locale ?? 'es'))
          .filter((row) => filter.state === undefined || row.state === filter.state)
          .filter((row) => filter.category === undefined || row.category === filter.category)
          .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
          .map(({ body: _body, phrasings: _phrasings, edition: _edition, ...listed }) => listed);
        const seen: Awaited<ReturnType<typeof store.articles.list>> = [];
        for (let before = seen.at(-1); ; before = seen.at(-1)) {
          const page = { siteId: site.id, locale: 'es', ...filter, limit: 4, ...(before && { before }) } as const;
          const rows = await store.articles.list(page);
          seen.push(...rows);
          if (rows.length < 4) break;
        }
        expect(seen, JSON.stringify(filter)).toEqual(expected);
      }
      const counts = await store.articles.counts(site.id, 'es');
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(12);
      expect(counts).toContainEqual({ state: 'draft', category: 'Conexión', count: 4 });
    });

    test('is counted without being changed', async () => {
      const { id } = await anArticle(await aSite(store));
      const tally = { id, views: 3, helpfulYes: 1, helpfulNo: 0 };
      await store.articles.addTallies([tally, { ...tally, id: idOf('article') }]);
      await store.articles.addTallies([{ id, views: 1, helpfulYes: -1, helpfulNo: 1 }]);
      expect(await store.articles.byId(id)).toMatchObject({
        views: 4,
        helpfulYes: 0,
        helpfulNo: 1,
        version: 1,
        updatedAt: start,
      });
    });

    test('[KB3] searches without a result are counted by their text, and the oldest forgotten', async () => {
      const [site, other] = [await aSite(store), await aSite(store)];
      const miss = (text: string, lastAt = start, count = 1) =>
        ({ siteId: site.id, locale: 'es', text, count, lastAt }) as const;
      await store.misses.add([miss('clave wifi'), miss('mudanza', start, 5), miss('ip fija')], 0, 10);
      await store.misses.add([miss('clave wifi', start + 9, 2), { ...miss('clave wifi'), locale: 'en' }], 0, 10);
      await store.misses.add([{ ...miss('ajena'), siteId: other.id }], 0, 10);
      await store.misses.add([], 0, 10);
      expect(await store.misses.list(site.id, 'es', 2)).toEqual([
        miss('mudanza', start, 5),
        miss('clave wifi', start + 9, 3),
      ]);
      expect(await store.misses.total(site.id, 'es')).toBe(9);
      expect(await store.misses.total(site.id, 'en')).toBe(1);
      expect(await store.misses.total(idOf('site'), 'en')).toBe(0);

      await store.misses.add([miss('nueva', start + 20)], start + 5, 10);
      expect((await store.misses.list(site.id, 'es', 9)).map(({ text }) => text)).toEqual(['clave wifi', 'nueva']);
      const many = Array.from({ length: 6 }, (_, i) => miss(`texto ${i}`, start + 30 + i));
      await store.misses.add(many, 0, 4);
      const left = await store.misses.list(site.id, 'es', 9);
      expect(left.map(({ text }) => text)).toEqual(['texto 5', 'texto 4', 'texto 3', 'texto 2']);
      expect(await store.misses.list(other.id, 'es', 9)).toHaveLength(1);
    });
  });
}
