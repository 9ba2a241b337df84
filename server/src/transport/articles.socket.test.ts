import type { ArticleId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDesk, openArticleDesk } from '../testing/article-calls.ts';
import { callHttp } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

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

describe('an article’s life', () => {
  it('is found from the moment it is published, as it was published, until it is archived', async () => {
    const { asks, searched, written, marta } = desk;
    const draft = await written({ title: 'Trasladar mi línea', phrasings: ['me mudo de casa', '', 'me mudo de casa'] });
    expect(draft).toMatchObject({ state: 'draft', hasChanges: false, slug: 'trasladar-mi-linea', publishedAt: 0 });
    expect(draft.phrasings).toEqual(['me mudo de casa']);
    const articleId = draft.id;
    expect(await searched('me mudo de casa')).toEqual([]);
    await expect(asks('article:read', { articleId, locale: 'es' })).rejects.toThrow('not_found');

    const { article } = await marta.ask('article:publish', { articleId, version: 1 });
    expect(article).toMatchObject({ state: 'published', version: 2, publishedAt: app.deps.clock.now() });
    expect(await searched('me mudo de casa')).toEqual([articleId]);

    const saved = await marta.ask('article:save', { articleId, version: 2, body: 'Otra cosa', title: 'Mudanza' });
    expect(saved.article).toMatchObject({ hasChanges: true, title: 'Mudanza', version: 3, state: 'published' });
    const read = async () => (await asks('article:read', { articleId, locale: 'es' })).article;
    expect(await read()).toMatchObject({
      title: 'Trasladar mi línea',
      nodes: [{ tag: 'p', children: ['Apágalo y ', { tag: 'strong', children: ['enciéndelo'] }, '.'] }],
      readingMinutes: 1,
    });
    await marta.ask('article:publish', { articleId, version: 3 });
    expect(await read()).toMatchObject({ title: 'Mudanza', nodes: [{ tag: 'p', children: ['Otra cosa'] }] });

    const archived = await marta.ask('article:archive', { articleId, version: 4 });
    expect(archived.article).toMatchObject({ state: 'archived', version: 5, body: 'Otra cosa' });
    expect(await searched('me mudo de casa')).toEqual([]);
    await expect(read()).rejects.toThrow('not_found');
    await marta.ask('article:publish', { articleId, version: 5 });
    expect(await searched('me mudo de casa')).toEqual([articleId]);

    const events = await app.deps.store.events.ofSubject('article', articleId, 9);
    expect(events.map(({ type, version }) => [type, version])).toEqual([
      ['article.saved', 1],
      ['article.published', 2],
      ['article.saved', 3],
      ['article.published', 4],
      ['article.archived', 5],
      ['article.published', 6],
    ]);
    expect(JSON.stringify(events)).not.toContain('Otra cosa');
  });

  it('[TK8] two writers: the second is shown what the first wrote, and nothing new changes nothing', async () => {
    const { written, marta } = desk;
    const { id: articleId } = await written();
    await marta.ask('article:save', { articleId, version: 1, body: 'De la primera' });
    const refused = await marta.call('article:save', { articleId, version: 1, body: 'De la segunda' });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'conflict', details: { article: { body: 'De la primera', version: 2 } } },
    });
    for (const name of ['article:publish', 'article:archive'] as const)
      expect(await marta.call(name, { articleId, version: 1 })).toMatchObject({ error: { code: 'conflict' } });
    const same = await marta.ask('article:save', { articleId, version: 2, body: 'De la primera' });
    expect(same.article.version).toBe(2);
  });

  it('is not published without a word, and not twice under one name', async () => {
    const { written, marta, home } = desk;
    const { id: articleId } = await written({ body: ' \n' });
    expect(await marta.call('article:publish', { articleId, version: 1 })).toMatchObject({
      error: { code: 'invalid', details: { field: 'body' } },
    });
    const [one, two, strange] = [await written(), await written(), await written({ title: '漢字' })];
    expect(new Set([one.slug, two.slug, strange.slug]).size).toBe(3);
    for (const { slug } of [one, two, strange]) expect(slug).toMatch(/^[a-z0-9-]{3,80}$/);
    const taken = { siteId: home.id, locale: 'es', title: 'Otra', slug: one.slug } as const;
    expect(await marta.call('article:create', taken)).toMatchObject({
      error: { code: 'conflict', details: { field: 'slug' } },
    });
  });

  it('is read in the reader’s language where it is translated', async () => {
    const { asks, written, published, marta } = desk;
    const es = await published({ title: 'Portabilidad' });
    const en = await published({ title: 'Keep your number', locale: 'en', slug: es.slug });
    await written({ title: 'Otra' });
    const read = async (articleId: ArticleId, locale: 'es' | 'en') =>
      (await asks('article:read', { articleId, locale })).article;
    expect(await read(es.id, 'en')).toMatchObject({ id: en.id, title: 'Keep your number', locale: 'en' });
    expect(await read(en.id, 'en')).toMatchObject({ translations: [{ id: es.id, locale: 'es' }] });
    const { article } = await marta.ask('article:open', { articleId: es.id });
    expect(article.translations).toEqual([
      { id: en.id, locale: 'en', state: 'published', publishedAt: en.publishedAt },
    ]);
    await marta.ask('article:archive', { articleId: en.id, version: en.version });
    expect(await read(es.id, 'en')).toMatchObject({ id: es.id, translations: [] });
  });

  it('is listed with what its writers need', async () => {
    const { written, marta, home } = desk;
    const title = 'Listado único';
    const { id } = await written({ title, category: 'Pruebas' });
    const input = { siteId: home.id, locale: 'es', category: 'Pruebas', state: 'draft' } as const;
    const { articles, counts, categories, next } = await marta.ask('article:list', input);
    expect(articles).toMatchObject([{ id, title, updatedBy: { name: 'Marta Ruiz' } }]);
    expect(articles[0]).not.toHaveProperty('body');
    expect(next).toBe('');
    expect(counts.draft).toBeGreaterThan(0);
    expect(categories).toContainEqual({ name: 'Pruebas', count: 1 });
    const wrong = await marta.call('article:list', { ...input, after: 'x.art_1' });
    expect(wrong).toMatchObject({ error: { code: 'invalid', details: { field: 'after' } } });
  });

  it('may be as long as it may, in any script, at both doors', async () => {
    const { written, marta } = desk;
    const { id: articleId } = await written();
    const body = '漢'.repeat(limits.articleBodyLength);
    const saved = await marta.ask('article:save', { articleId, version: 1, body });
    expect(saved.article.body).toBe(body);
    const { cookie } = marta;
    const longer = { articleId, version: 2, body: `${body}漢` };
    const { body: answer } = await callHttp(app, 'article:save', longer, { cookie });
    expect(answer).toMatchObject({ error: { code: 'too_large', details: { field: 'body' } } });
    const { body: ok } = await callHttp(app, 'article:save', { ...longer, body: body.replace('漢', 'x') }, { cookie });
    expect(ok.ok).toBe(true);
  });
});

describe('what browsers keep', () => {
  const titles = (headers: Record<string, string> = {}) =>
    fetch(`${app.url}/api/v1/article/titles?site=${desk.home.key}&locale=es`, {
      headers: { origin: app.url, ...headers },
    });

  it('comes compressed, is asked about, and is nobody else’s', async () => {
    const { published, identified } = desk;
    await published({ phrasings: Array.from({ length: 20 }, (_, i) => `${'otra manera '.repeat(10)}${i}`) });
    const first = await titles();
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('access-control-allow-origin')).toBe(app.url);
    expect(first.headers.get('vary')).toMatch(/Origin.*Authorization, Accept-Encoding/);
    expect(await first.json()).toMatchObject({ ok: true, data: { isComplete: true } });
    const etag = first.headers.get('etag') ?? '';
    const again = await titles({ 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const plain = await titles({ 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), plain.headers.get('etag')]).toEqual([null, etag]);

    await published({ title: 'Recién publicado' });
    const changed = await titles({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Recién publicado');
    const customer = await titles({ 'if-none-match': etag, authorization: `Bearer ${await identified()}` });
    expect(customer.status).toBe(200);
  });

  it('a refusal is not kept', async () => {
    const { home } = desk;
    const refused = await fetch(`${app.url}/api/v1/article/titles?site=${home.key}&locale=xx`);
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([400, 'no-store']);
    await refused.text();
  });
});

it('nothing of this was a fault of the server', () => {
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
