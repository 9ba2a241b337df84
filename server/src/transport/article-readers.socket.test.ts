import type { ArticleDraft } from '@ventanilla/shared/entities/article';
import { limits } from '@ventanilla/shared/limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDesk, openArticleDesk } from '../testing/article-calls.ts';
import { aVisitor } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { openStoredRows } from '../testing/stored-rows.ts';

let app: RunningApp;
let desk: ArticleDesk;
beforeAll(async () => {
  app = await startApp();
  desk = await openArticleDesk(app);
});
afterAll(async () => {
  desk?.marta.close();
  await app?.close();
});

describe('[KB1] who finds and reads what', () => {
  it('never shows an article beyond its audience, by any way', async () => {
    const { asks, searched, written, published, identified, marta, home } = desk;
    const about = { body: 'Cómo se hace.', category: 'Secreta' };
    const forAll = await published({ title: 'Gálvez uno', ...about });
    const forCustomers = await published({ title: 'Gálvez dos', audience: 'signed_in', position: 1, ...about });
    const forStaff = await published({ title: 'Gálvez tres', audience: 'staff', position: 2, ...about });
    const draft = await written({ title: 'Gálvez cuatro', position: 3, ...about });
    const translation = { locale: 'en', title: 'Gálvez five', slug: forAll.slug, audience: 'staff' } as const;
    await published(translation);

    const visitor = await aVisitor(app);
    const customer = await identified();
    const wanted: [string, ArticleDraft[]][] = [
      ['', [forAll]],
      [visitor.token, [forAll]],
      [customer, [forAll, forCustomers]],
    ];
    for (const [token, visible] of wanted) {
      const ids = visible.map(({ id }) => id);
      const all = [forAll, forCustomers, forStaff, draft];
      const hidden = all.filter(({ id }) => !ids.includes(id));
      expect((await searched('galvez', { token })).sort()).toEqual([...ids].sort());
      const titles = await asks('article:titles', { locale: 'es' }, { token });
      const popular = await asks('article:popular', { locale: 'es' }, { token });
      const { article } = await asks('article:read', { articleId: forAll.id, locale: 'en' }, { token });
      expect(article).toMatchObject({ id: forAll.id, translations: [] });
      expect(article.related.map(({ id }) => id)).toEqual(ids.filter((id) => id !== forAll.id));
      for (const { id, title } of hidden) {
        expect(JSON.stringify([titles, popular, article])).not.toContain(id);
        expect(JSON.stringify([titles, popular, article])).not.toContain(title);
        await expect(asks('article:read', { articleId: id, locale: 'es' }, { token })).rejects.toThrow('not_found');
        const vote = asks('article:vote', { articleId: id, isHelpful: true }, { token });
        await expect(vote).rejects.toThrow(token === '' ? 'unauthenticated' : 'not_found');
      }
    }
    const find = { siteId: home.id, locale: 'es', query: 'galvez' } as const;
    const forAgents = (await marta.ask('article:find', find)).hits.map(({ id }) => id);
    expect(forAgents.sort()).toEqual([forAll.id, forCustomers.id, forStaff.id].sort());
    visitor.close();
  });

  it('a narrower audience counts from its publishing on', async () => {
    const { asks, searched, published, marta } = desk;
    const { id: articleId, version } = await published({ title: 'Zarzuela' });
    const narrower = await marta.ask('article:save', { articleId, version, audience: 'staff' });
    expect(await searched('zarzuela')).toEqual([articleId]);
    await marta.ask('article:publish', { articleId, version: narrower.article.version });
    expect(await searched('zarzuela')).toEqual([]);
    await expect(asks('article:read', { articleId, locale: 'es' })).rejects.toThrow('not_found');
  });

  it('[PR3] another site’s articles are not there', async () => {
    const { asks, searched, published, marta, away } = desk;
    const { id: articleId } = await published({ title: 'Quesería' });
    const site = away.key;
    expect(await searched('queseria', { site })).toEqual([]);
    expect(await asks('article:titles', { locale: 'es' }, { site })).toEqual({ articles: [], isComplete: true });
    expect(await asks('article:popular', { locale: 'es' }, { site })).toEqual({ articles: [] });
    await expect(asks('article:read', { articleId, locale: 'es' }, { site })).rejects.toThrow('not_found');
    const stranger = await aVisitor(app, away.key);
    await expect(stranger.ask('article:vote', { articleId, isHelpful: true })).rejects.toThrow('not_found');
    stranger.close();
    const theirs = { siteId: away.id, locale: 'es' } as const;
    await expect(marta.ask('article:create', { ...theirs, title: 'Intrusa' })).rejects.toThrow('not_found');
    await expect(marta.ask('article:list', theirs)).rejects.toThrow('not_found');
    await expect(marta.ask('article:find', { ...theirs, query: 'x' })).rejects.toThrow('not_found');
    await expect(marta.ask('miss:list', theirs)).rejects.toThrow('not_found');
  });
});

describe('a search', () => {
  it('[KB2] forgives, and shows why it found what it found', async () => {
    const { asks, published } = desk;
    const body = 'Entra en tu cuenta.\n\nPulsa **Cambiar contraseña** y escribe la nueva dos veces.';
    const { id } = await published({ title: 'Cambiar la contraseña del correo', body });
    for (const query of ['cambiar contrasena correo', 'CORREO contraseñas', 'cambiar contrasñea del correo']) {
      const { hits } = await asks('article:search', { query, locale: 'es' });
      const [hit] = hits;
      expect(hit?.id, query).toBe(id);
      const shown = hit?.titleRanges.map(({ start, end }) => hit.title.slice(start, end)) ?? [];
      expect(shown.length, query).toBeGreaterThan(0);
      expect(hit?.excerpt).toBe('Pulsa Cambiar contraseña y escribe la nueva dos veces.');
      const fits = hit?.excerptRanges.map(({ start, end }) => hit.excerpt.slice(start, end));
      expect(fits).toContain('contraseña');
    }
  });

  it('works over a visitor’s connection as well', async () => {
    const lucia = await aVisitor(app);
    const { hits } = await lucia.ask('article:search', { query: 'contraseña corr', locale: 'es', unfinished: 'yes' });
    expect(hits[0]).toMatchObject({ title: 'Cambiar la contraseña del correo' });
    lucia.close();
  });

  it('costs no query', async () => {
    const { asks, searched } = desk;
    const stored = await openStoredRows(app);
    const before = await stored.version();
    for (const name of ['article:popular', 'article:titles'] as const) await asks(name, { locale: 'es' });
    for (let i = 0; i < 20; i++) await searched(`nada de esto ${i}`);
    expect(await stored.version()).toBe(before);
    await stored.close();
  });

  it('[KB3] that finds nothing is counted without who it was, once it is finished, and until an article answers it', async () => {
    const { asks, published, marta, home } = desk;
    const ask = (query: string, unfinished: 'yes' | 'no') =>
      asks('article:search', { query, locale: 'es', unfinished });
    await ask('televisor parpad', 'yes');
    await ask('¿Televisor PARPADEA? ana@correo.example', 'no');
    await ask('televisor parpadeá 612 345 678', 'no');
    await ask('  612 345 678 ', 'no');
    const list = async () => (await marta.ask('miss:list', { siteId: home.id, locale: 'es' })).misses;
    const ofTheirs = async () => (await list()).filter(({ text }) => text.includes('televisor'));
    app.deps.clock.advance(5_000);
    await expect.poll(ofTheirs).toMatchObject([{ text: 'televisor parpadea', count: 2, nearest: null }]);
    const stored = await openStoredRows(app);
    const rows = (await stored.all())['search_misses']?.map(({ site_id: _site, last_at: _when, ...row }) => row);
    await stored.close();
    for (const trace of ['ana', '612', 'correo']) expect(JSON.stringify(rows)).not.toContain(trace);
    await published({ title: 'Imagen inestable', phrasings: ['el televisor parpadea'] });
    expect(await ofTheirs()).toEqual([]);
  });
});

describe('reading and voting', () => {
  it('[KB3] a visitor has one voice for an article, the last', async () => {
    const { published, marta } = desk;
    const { id: articleId } = await published();
    const counts = async () => {
      const { article } = await marta.ask('article:open', { articleId });
      return [article.helpfulYes, article.helpfulNo, article.version];
    };
    const [lucia, mateo] = [await aVisitor(app), await aVisitor(app)];
    for (let i = 0; i < 3; i++) await lucia.ask('article:vote', { articleId, isHelpful: true });
    await mateo.ask('article:vote', { articleId, isHelpful: false });
    expect(await counts()).toEqual([1, 1, 2]);
    await lucia.ask('article:vote', { articleId, isHelpful: false });
    expect(await counts()).toEqual([0, 2, 2]);
    for (const socket of [lucia, mateo]) socket.close();
  });

  it('what is read is counted later, and offered first', async () => {
    const { asks, published, marta } = desk;
    const { id: articleId } = await published({ title: 'La más leída' });
    for (let i = 0; i < 40; i++) await asks('article:read', { articleId, locale: 'es' });
    const { articles } = await asks('article:popular', { locale: 'es' });
    expect(articles.length).toBeLessThanOrEqual(limits.popularArticles);
    expect(articles).toContainEqual({ id: articleId, title: 'La más leída' });
    app.deps.clock.advance(5_000);
    await expect.poll(async () => (await marta.ask('article:open', { articleId })).article.views).toBe(40);
  });

  it('markup and scripts are shown as text', async () => {
    const { asks, published, marta } = desk;
    const body = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>';
    const { nodes } = await marta.ask('article:preview', { body });
    expect(nodes).toEqual([{ tag: 'p', children: [body] }]);
    const { id: articleId } = await published({ title: '<b>Negrita</b>', body });
    expect(await asks('article:read', { articleId, locale: 'es' })).toMatchObject({
      article: { title: '<b>Negrita</b>', nodes },
    });
  });

  it('what another process publishes is found a little later', async () => {
    const { searched, written } = desk;
    const draft = await written({ title: 'Desde otro proceso' });
    const { title, body, phrasings, category, audience, position } = draft;
    const edition = { title, body, phrasings, category, audience, position };
    const now = app.deps.clock.now();
    const publication = { state: 'published', edition, publishedAt: now, updatedBy: '', updatedAt: now } as const;
    await app.deps.store.articles.publish(draft.id, 1, publication, []);
    expect(await searched('desde otro proceso')).toEqual([]);
    app.deps.clock.advance(5_000);
    await expect.poll(() => searched('desde otro proceso')).toContain(draft.id);
  });
});

it('nothing of this was a fault of the server', () => {
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
