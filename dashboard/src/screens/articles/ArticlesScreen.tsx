import { articleStates, locales } from '@ventanilla/shared/vocabulary';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type ArticleFilter, listArticles, shownArticles } from '../../articles.ts';
import { offlineSince, sites } from '../../desk.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { ArticleTable } from './ArticleTable.tsx';
import { MissList } from './MissList.tsx';
import '../../styles/tickets.css';
import '../../styles/articles.css';

/** What the desk knows, and beside it what people look for and do not find. */
export function ArticlesScreen() {
  const { query } = useLocation();
  const site = sites.value.get(query['site'] ?? '') ?? [...sites.value.values()][0];
  if (!site) return null;
  const filter: ArticleFilter = {
    siteId: site.id,
    locale: locales.find((known) => known === query['language']) ?? site.locale,
    state: articleStates.find((known) => known === query['state']) ?? '',
    category: query['topic'] ?? '',
  };
  return <Articles filter={filter} />;
}

function Articles({ filter }: { filter: ArticleFilter }) {
  const isOffline = offlineSince.value !== 0;
  useEffect(() => {
    if (!isOffline) void listArticles(filter);
  }, [filter.siteId, filter.locale, filter.state, filter.category, isOffline]);
  const shown = shownArticles.value;
  const isOfSite = shown?.filter.siteId === filter.siteId && shown.filter.locale === filter.locale;
  return (
    <div class="articles-screen">
      <Views filter={filter} />
      <ArticleTable filter={filter} />
      {isOfSite && <MissList filter={filter} />}
    </div>
  );
}

function Views({ filter }: { filter: ArticleFilter }) {
  const words = texts.value.articles;
  const list = shownArticles.value?.list;
  const all = articleStates.reduce((sum, state) => sum + (list?.counts[state] ?? 0), 0);
  return (
    <nav class="side-list" aria-label={words.views}>
      <p class="side-title">{words.title}</p>
      <View filter={filter} to={{ ...filter, state: '', category: '' }} name={words.all} count={list && all} />
      {articleStates.map((state) => (
        <View
          key={state}
          filter={filter}
          to={{ ...filter, state, category: '' }}
          name={words.stateView[state]}
          count={list?.counts[state]}
        />
      ))}
      {list?.categories.some(({ name }) => name !== '') && <p class="side-heading">{words.topics}</p>}
      {list?.categories
        .filter(({ name }) => name !== '')
        .map(({ name, count }) => (
          <View key={name} filter={filter} to={{ ...filter, state: '', category: name }} name={name} count={count} />
        ))}
    </nav>
  );
}

interface ViewProps {
  filter: ArticleFilter;
  to: ArticleFilter;
  name: string;
  count: number | null | undefined;
}

function View({ filter, to, name, count }: ViewProps) {
  const isHere = to.state === filter.state && to.category === filter.category;
  return (
    <a href={paths.articleList(to)} aria-current={isHere ? 'page' : undefined}>
      <span class="one-line grow">{name}</span>
      {count !== undefined && count !== null && <span class="side-count">{count}</span>}
    </a>
  );
}
