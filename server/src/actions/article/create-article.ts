import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { cleanPhrasings } from '../../domain/knowledge/phrasings.ts';
import { slugOf } from '../../domain/knowledge/slug.ts';
import type { ArticleRow } from '../../domain/rows.ts';
import type { NewArticle } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { agentSite } from './agent-site.ts';
import { articleEvent } from './article-event.ts';

/** A draft, which only its site's agents see. A slug that was asked for and is taken gives `conflict`. */
export async function createArticle(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'article:create'>,
): Promise<ArticleRow> {
  const siteId = agentSite(caller, data.siteId);
  const id = deps.ids.next('article');
  const phrasings = cleanPhrasings(data.phrasings);
  const row = { ...data, id, siteId, phrasings, updatedBy: caller.agentId, createdAt: deps.clock.now() };

  function create(slug: string): Promise<ArticleRow | null> {
    const article: NewArticle = { ...row, slug };
    const event = articleEvent(deps, 'article.saved', row, caller, { after: { state: 'draft', slug } });
    return deps.store.articles.create(article, [event]);
  }

  if (data.slug !== '') {
    const created = await create(data.slug);
    if (!created) throw new AppError('conflict', { field: 'slug' });
    return created;
  }
  const slug = slugOf(data.title);
  const created = (slug !== '' && (await create(slug))) || (await create(withId(slug, id)));
  if (!created) throw new AppError('conflict', { field: 'slug' });
  return created;
}

/** The random end of the id keeps two articles of one title apart. */
function withId(slug: string, id: string): string {
  const end = id.slice(-12);
  return slug === '' ? end : `${slug.slice(0, 60).replace(/-$/, '')}-${end}`;
}
