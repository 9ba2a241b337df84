import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleEdition, ArticleRow, SiteRow } from '../domain/rows.ts';
import { type OpenedStore, type Place, sqlitePlace } from '../storage/contract/harness-for-tests.ts';
import { aSite, idOf, start } from '../storage/contract/rows-for-tests.ts';
import { type Knowledge, openKnowledge } from './knowledge.ts';
import { createTallies } from './tallies.ts';
import { createVotes } from './votes.ts';

let place: Place;
let store: OpenedStore;
let site: SiteRow;

beforeEach(async () => {
  place = await sqlitePlace();
  store = await place.open();
  site = await aSite(store);
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

async function publish(change: Partial<ArticleEdition> & Partial<Pick<ArticleRow, 'locale' | 'slug'>> = {}) {
  const id = idOf('article');
  const { locale = 'es', slug = id, ...fields } = change;
  const edition: ArticleEdition = {
    title: 'Reiniciar el router',
    body: 'Apágalo y **enciéndelo**.',
    phrasings: [],
    category: '',
    audience: 'public',
    position: 0,
    ...fields,
  };
  const row = { ...edition, id, siteId: site.id, locale, slug, updatedBy: '', createdAt: start } as const;
  await store.articles.create(row, []);
  await store.articles.publish(
    id,
    1,
    { state: 'published', edition, publishedAt: start, updatedBy: '', updatedAt: start },
    [],
  );
  return id;
}

async function archive(id: ArticleRow['id'], version = 2) {
  const row = await store.articles.byId(id);
  const rest = { publishedAt: start, updatedBy: '', updatedAt: start } as const;
  await store.articles.publish(id, version, { state: 'archived', edition: row?.edition ?? {}, ...rest }, []);
}

const found = async (knowledge: Knowledge, query: string, reader: 'anyone' | 'identified' | 'agent' = 'anyone') =>
  (await knowledge.shelf(site.id, 'es'))
    .search(reader, query, false, 5)
    .filter(({ confidence }) => confidence !== 'none')
    .map(({ article }) => article.id);

describe('articles in memory', () => {
  it('are what is published when they are opened, however many pages of them there are', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 410; i++) ids.push(await publish({ title: `Palabra${i} suelta` }));
    const knowledge = openKnowledge(store);
    const { articles } = (await knowledge.shelf(site.id, 'es')).titles('anyone', 1_000);
    expect(articles.map(({ id }) => id)).toEqual(ids);
    expect(await found(knowledge, 'palabra409')).toEqual([ids[409]]);
  });

  it('follow what any process publishes and archives', async () => {
    const knowledge = openKnowledge(store);
    expect(await found(knowledge, 'reiniciar router')).toEqual([]);
    const id = await publish();
    expect(await found(knowledge, 'reiniciar router')).toEqual([]);
    await knowledge.refresh();
    expect(await found(knowledge, 'reiniciar router')).toEqual([id]);
    expect(await knowledge.article(id)).toMatchObject({
      title: 'Reiniciar el router',
      opening: 'Apágalo y enciéndelo.',
    });
    await archive(id);
    await Promise.all([knowledge.refresh(), knowledge.refresh()]);
    expect(await found(knowledge, 'reiniciar router')).toEqual([]);
    expect(await knowledge.article(id)).toBeNull();
    expect(await knowledge.ofSlug(site.id, id)).toEqual([]);
  });

  it('what cannot be read at the start is read by whoever asks first; a failed look does not stop the next', async () => {
    let isBroken = true;
    const articles = {
      ...store.articles,
      afterRevision: (...args: Parameters<typeof store.articles.afterRevision>) =>
        isBroken ? Promise.reject(new Error('broken')) : store.articles.afterRevision(...args),
    };
    const id = await publish();
    const knowledge = openKnowledge({ articles });
    await expect(found(knowledge, 'router')).rejects.toThrow('broken');
    await expect(knowledge.refresh()).rejects.toThrow('broken');
    isBroken = false;
    expect(await found(knowledge, 'reiniciar router')).toEqual([id]);
  });

  it('[KB1] each reader finds what is for them', async () => {
    const [forAll, forCustomers, forStaff] = [
      await publish(),
      await publish({ audience: 'signed_in' }),
      await publish({ audience: 'staff' }),
    ];
    const knowledge = openKnowledge(store);
    const shelf = await knowledge.shelf(site.id, 'es');
    const wanted = {
      anyone: [forAll],
      identified: [forAll, forCustomers],
      agent: [forAll, forCustomers, forStaff],
    };
    for (const reader of ['anyone', 'identified', 'agent'] as const) {
      expect((await found(knowledge, 'reiniciar router', reader)).sort(), reader).toEqual(wanted[reader]);
      expect(shelf.popular(reader, 9).map(({ id }) => id)).toEqual(wanted[reader]);
      expect(shelf.titles(reader, 9).articles.map(({ id }) => id)).toEqual(wanted[reader]);
    }
  });

  it('[KB2] are found without accents, in other words’ order and form, with a typing error, and half typed', async () => {
    const id = await publish({ title: 'Cambiar la contraseña de la wifi', phrasings: ['clave del wifi'] });
    await publish({ title: 'Entender mi primera factura' });
    const knowledge = openKnowledge(store);
    for (const query of ['CAMBIAR CONTRASENA WIFI', 'wifi contraseñas', 'cambiando contraseña wifi', 'clave wifi'])
      expect(await found(knowledge, query), query).toEqual([id]);
    expect(await found(knowledge, 'cambiar contrasñea wifi')).toEqual([id]);
    const half = (await knowledge.shelf(site.id, 'es')).search('anyone', 'contra', true, 5);
    expect(half.map(({ article }) => article.id)).toEqual([id]);
  });

  it('of one site and language are nothing to another', async () => {
    await publish({ locale: 'en', title: 'Restart the router' });
    const id = await publish();
    const knowledge = openKnowledge(store);
    expect(await found(knowledge, 'router')).toEqual([id]);
    const other = await aSite(store);
    expect((await knowledge.shelf(other.id, 'es')).search('agent', 'router', false, 5)).toEqual([]);
    expect((await knowledge.shelf(site.id, 'en')).search('anyone', 'router', false, 5)).toHaveLength(1);
  });

  it('the most asked come in the owner’s order, then by how often they are read', async () => {
    const [plain, read, second, first] = [
      await publish(),
      await publish(),
      await publish({ position: 2 }),
      await publish({ position: 1 }),
    ];
    await store.articles.addTallies([{ id: read, views: 5, helpfulYes: 0, helpfulNo: 0 }]);
    const shelf = await openKnowledge(store).shelf(site.id, 'es');
    expect(shelf.popular('anyone', 9).map(({ id }) => id)).toEqual([first, second, read, plain]);
    expect(shelf.popular('anyone', 2).map(({ id }) => id)).toEqual([first, second]);
    expect(shelf.titles('anyone', 3)).toMatchObject({ articles: [{ id: first }, { id: second }, { id: read }] });
    expect(shelf.titles('anyone', 3).isComplete).toBe(false);
    expect(shelf.titles('anyone', 4).isComplete).toBe(true);
  });
});

describe('tallies', () => {
  const miss = { count: 1, locale: 'es' } as const;

  it('are written as sums, once', async () => {
    const [id, other] = [await publish(), await publish()];
    const tallies = createTallies(store);
    const shelved = { id, views: 0 };
    for (let i = 0; i < 3; i++) tallies.viewed(shelved);
    tallies.viewed({ id: other, views: 0 });
    tallies.missed(site.id, 'es', 'mudanza', start);
    tallies.missed(site.id, 'es', 'mudanza', start + 5);
    tallies.missed(site.id, 'en', 'mudanza', start);
    expect(shelved.views).toBe(3);
    for (let i = 0; i < 2; i++) await tallies.flush(start + 10);
    expect(await store.articles.byId(id)).toMatchObject({ views: 3 });
    expect(await store.articles.byId(other)).toMatchObject({ views: 1 });
    expect(await store.misses.list(site.id, 'es', 5)).toEqual([
      { ...miss, siteId: site.id, text: 'mudanza', count: 2, lastAt: start + 5 },
    ]);
  });

  it('what cannot be written is counted on, and nonsense fills no memory', async () => {
    const id = await publish();
    let isBroken = true;
    const failing = () => Promise.reject(new Error('full'));
    const tallies = createTallies({
      articles: { ...store.articles, addTallies: (sums) => (isBroken ? failing() : store.articles.addTallies(sums)) },
      misses: { ...store.misses, add: (...args) => (isBroken ? failing() : store.misses.add(...args)) },
    });
    tallies.viewed({ id, views: 0 });
    await expect(tallies.flush(start)).rejects.toThrow('full');
    tallies.viewed({ id, views: 0 });
    isBroken = false;
    await tallies.flush(start);
    expect(await store.articles.byId(id)).toMatchObject({ views: 2 });
    isBroken = true;
    for (let i = 0; i < 1_500; i++) tallies.missed(site.id, 'es', `texto ${i}`, start);
    await expect(tallies.flush(start)).rejects.toThrow('full');
    tallies.missed(site.id, 'es', 'texto 1', start);
    isBroken = false;
    await tallies.flush(start);
    expect(await store.misses.total(site.id, 'es')).toBe(1_001);
  });

  it('a month later a miss is forgotten', async () => {
    const tallies = createTallies(store);
    tallies.missed(site.id, 'es', 'antigua', start);
    await tallies.flush(start);
    const later = start + 31 * 24 * 60 * 60 * 1000;
    tallies.missed(site.id, 'es', 'nueva', later);
    await tallies.flush(later);
    expect((await store.misses.list(site.id, 'es', 5)).map(({ text }) => text)).toEqual(['nueva']);
  });
});

describe('votes', () => {
  const [ana, leo, article] = [idOf('visitor'), idOf('visitor'), idOf('article')];
  const sums = (votes: ReturnType<typeof createVotes>, visitor = ana, isHelpful = true) => {
    const { helpfulYes, helpfulNo } = votes.cast(visitor, article, isHelpful);
    return [helpfulYes, helpfulNo];
  };

  it('a visitor has one, and may change it', () => {
    const votes = createVotes();
    expect(sums(votes)).toEqual([1, 0]);
    expect(sums(votes)).toEqual([0, 0]);
    expect(sums(votes, ana, false)).toEqual([-1, 1]);
    expect(sums(votes, leo, false)).toEqual([0, 1]);
  });

  it('one that could not be counted was not given', () => {
    const votes = createVotes();
    votes.cast(ana, article, true).undo();
    expect(sums(votes)).toEqual([1, 0]);
    votes.cast(ana, article, false).undo();
    expect(sums(votes)).toEqual([0, 0]);
  });

  it('so many are remembered, not more', () => {
    const votes = createVotes(1);
    sums(votes, ana);
    sums(votes, leo);
    expect(sums(votes, leo)).toEqual([0, 0]);
    expect(sums(votes, ana)).toEqual([1, 0]);
  });
});
