import type { ArticleDraft } from '@ventanilla/shared/entities/article';
import type { CommandInput, CommandName, CommandOutput } from '@ventanilla/shared/wire/contract';
import { SignJWT } from 'jose';
import type { SiteRow } from '../domain/rows.ts';
import { aColleague, aVisitor, callHttp, connect, type TestAgent, theAdmin } from './clients.ts';
import type { RunningApp } from './running-app.ts';

/** One installation with an admin of one site, another site that is not theirs, and calls about articles. */
export interface ArticleDesk {
  marta: TestAgent;
  home: SiteRow;
  away: SiteRow;
  /** As a page of the site asks, with a visitor's token or none. */
  asks<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    proof?: { token?: string; site?: string },
  ): Promise<CommandOutput<N>>;
  /** Ids of what a page's reader finds, best first. */
  searched(query: string, proof?: { token?: string; site?: string }): Promise<string[]>;
  written(input?: Partial<CommandInput<'article:create'>>): Promise<ArticleDraft>;
  published(input?: Partial<CommandInput<'article:create'>>): Promise<ArticleDraft>;
  /** A token of a visitor whom the site has vouched for. */
  identified(): Promise<string>;
}

export async function openArticleDesk(app: RunningApp): Promise<ArticleDesk> {
  const marta = await theAdmin(app);
  const siteBut = (other: string): SiteRow => {
    const site = app.deps.directory.sites().find(({ id }) => id !== other);
    if (!site) throw new Error('the site is not there');
    return site;
  };
  const home = siteBut('');
  await makeAnotherSite(app, marta, home);

  const asks: ArticleDesk['asks'] = async (name, input, { token = '', site = home.key } = {}) => {
    const { body } = await callHttp(app, name, input, { site, ...(token && { token }) });
    if (!body.ok) throw new Error(body.error.code);
    return body.data;
  };

  async function written(input: Partial<CommandInput<'article:create'>> = {}): Promise<ArticleDraft> {
    const text = { title: 'Reiniciar el router', body: 'Apágalo y **enciéndelo**.' };
    const { article } = await marta.ask('article:create', { siteId: home.id, locale: 'es', ...text, ...input });
    return article;
  }

  return {
    marta,
    home,
    away: siteBut(home.id),
    asks,
    searched: async (query, proof) =>
      (await asks('article:search', { query, locale: 'es' }, proof)).hits.map(({ id }) => id),
    written,
    async published(input) {
      const { id, version } = await written(input);
      return (await marta.ask('article:publish', { articleId: id, version })).article;
    },
    async identified() {
      const visitor = await aVisitor(app);
      const identityToken = await new SignJWT({ name: 'Lucía' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(visitor.visitorId)
        .setExpirationTime(Math.floor(app.deps.clock.now() / 1000) + 3_600)
        .sign(new TextEncoder().encode(home.identitySecrets[0]));
      const { token } = await visitor.ask('visitor:identify', { identityToken });
      visitor.close();
      return token;
    },
  };
}

/** By a second admin, so that the first is no member of it. */
async function makeAnotherSite(app: RunningApp, marta: TestAgent, home: SiteRow): Promise<void> {
  const olga = await aColleague(app, marta, 'Olga');
  const known = app.deps.directory.agent(olga.agentId);
  if (!known) throw new Error('Olga is not there');
  await marta.ask('agent:setRole', { agentId: known.id, version: known.version, role: 'admin' });
  const asAdmin = await connect(app, '/agent', {}, { cookie: olga.cookie, origin: app.url });
  await asAdmin.ask('site:create', {
    name: 'Otra tienda',
    origins: [app.url],
    locale: 'es',
    accent: '#0f766e',
    position: 'end',
    timeZone: 'Europe/Madrid',
    openingHours: home.openingHours,
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  });
  for (const socket of [olga, asAdmin]) socket.close();
}
