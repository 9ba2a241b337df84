import type { ArticleSummary } from '@ventanilla/shared/entities/article';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type ArticleFilter, listArticles, listMoreArticles, shownArticles } from '../../articles.ts';
import { Blank } from '../../components/Blank.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { Problem } from '../../components/Problem.tsx';
import { sites } from '../../desk.ts';
import { counted, formatTag, sentenceOf, texts } from '../../language.ts';
import { helpShare, translationState } from '../../model/article-form.ts';
import { paths } from '../../paths.ts';
import { NewArticleDialog } from './NewArticleDialog.tsx';

/** One row for each article: for whom, how far it is, and whether it helps. */
export function ArticleTable({ filter }: { filter: ArticleFilter }) {
  const [isNew, setNew] = useState(false);
  const words = texts.value.articles;
  const shown = shownArticles.value;
  const articles = shown?.list?.articles ?? [];
  const others = locales.filter((known) => known !== filter.locale);
  return (
    <section class="ticket-pane" aria-label={words.title}>
      <header class="bar">
        <h1>{filter.category || (filter.state ? words.stateView[filter.state] : words.all)}</h1>
        <span class="grow" />
        <Shelf filter={filter} />
        <button type="button" class="button primary" onClick={() => setNew(true)}>
          <Icon name="plus" />
          <span class="button-words">{words.write}</span>
        </button>
      </header>
      {shown?.failure && !shown.list && (
        <Problem title={words.notListed} failure={shown.failure} onRetry={() => void listArticles({ ...filter })} />
      )}
      {!shown?.list && !shown?.failure && <Bones rows={8} />}
      {shown?.list && articles.length === 0 && <Nothing filter={filter} onWrite={() => setNew(true)} />}
      {articles.length > 0 && (
        <div class="table-scroll">
          <table class="tickets articles">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col" class="audience-column">
                  {words.forWhom}
                </th>
                <th scope="col" class="state-column">
                  {words.state}
                </th>
                {others.map((other) => (
                  <th key={other} scope="col" class="language-column">
                    {words.languages[other]}
                  </th>
                ))}
                <th scope="col" class="help-column">
                  {words.helps}
                </th>
              </tr>
            </thead>
            <tbody>
              {articles.map((article) => (
                <ArticleRow key={article.id} article={article} others={others} />
              ))}
            </tbody>
          </table>
          <p class="table-more">
            {shown?.failure && <span class="wrong">{sentenceOf(shown.failure)}</span>}
            {shown?.list?.next !== '' && (
              <button type="button" class="button" disabled={shown?.isLoading} onClick={() => void listMoreArticles()}>
                {words.more}
              </button>
            )}
            <span class="faint">{words.shareNote}</span>
          </p>
        </div>
      )}
      {isNew && <NewArticleDialog filter={filter} onClose={() => setNew(false)} />}
    </section>
  );
}

/** Which site and which language. */
function Shelf({ filter }: { filter: ArticleFilter }) {
  const { route } = useLocation();
  const words = texts.value.articles;
  const go = (part: Partial<ArticleFilter>): void => {
    route(paths.articleList({ ...filter, state: '', category: '', ...part }));
  };
  return (
    <>
      {sites.value.size > 1 && (
        <select
          class="input shelf"
          aria-label={words.site}
          value={filter.siteId}
          onChange={(event) => {
            const site = sites.value.get(event.currentTarget.value);
            if (site) go({ siteId: site.id, locale: site.locale });
          }}
        >
          {[...sites.value.values()].map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </select>
      )}
      <select
        class="input shelf"
        aria-label={words.language}
        value={filter.locale}
        onChange={(event) => {
          const chosen = locales.find((known) => known === event.currentTarget.value);
          if (chosen) go({ locale: chosen, state: filter.state });
        }}
      >
        {locales.map((known) => (
          <option key={known} value={known}>
            {words.languages[known]}
          </option>
        ))}
      </select>
    </>
  );
}

function Nothing({ filter, onWrite }: { filter: ArticleFilter; onWrite: () => void }) {
  const words = texts.value.articles;
  if (filter.state !== '' || filter.category !== '') {
    return <Blank icon="book" title={words.emptyFilter} hint={words.emptyFilterHint} />;
  }
  return (
    <Blank icon="book" title={words.empty} hint={words.emptyHint}>
      <button type="button" class="button primary" onClick={onWrite}>
        <Icon name="plus" />
        {words.write}
      </button>
    </Blank>
  );
}

const audienceIcons: Record<ArticleSummary['audience'], IconName> = {
  public: 'globe',
  signed_in: 'user',
  staff: 'lock',
};

function ArticleRow({ article, others }: { article: ArticleSummary; others: readonly Locale[] }) {
  const words = texts.value.articles;
  const { id, title, audience, category } = article;
  return (
    <tr>
      <td class="subject">
        <a href={paths.article(id)}>{title}</a>
        <span class="requester">{category}</span>
        <span class="in-short">
          <State article={article} />
          <Help article={article} />
        </span>
      </td>
      <td class="audience-column">
        <span class="who">
          <Icon name={audienceIcons[audience]} />
          {words.audience[audience]}
        </span>
      </td>
      <td class="state-column">
        <State article={article} />
      </td>
      {others.map((other) => {
        const state = translationState(
          article,
          article.translations.find((translation) => translation.locale === other),
        );
        return (
          <td key={other} class="language-column">
            <span class={`translation ${state}`}>{words[state]}</span>
          </td>
        );
      })}
      <td class="help-column">
        <Help article={article} />
      </td>
    </tr>
  );
}

function State({ article: { state, hasChanges } }: { article: ArticleSummary }) {
  const words = texts.value.articles;
  if (state === 'published' && hasChanges) return <span class="chip changes">{words.withChanges}</span>;
  return state === 'published' ? (
    <span>{words.states.published}</span>
  ) : (
    <span class="chip">{words.states[state]}</span>
  );
}

/** The bar repeats what the words say. */
function Help({ article }: { article: ArticleSummary }) {
  const words = texts.value.articles;
  const votes = article.helpfulYes + article.helpfulNo;
  if (article.publishedAt === 0) return <span class="faint">{words.unpublished}</span>;
  const share = helpShare(article);
  if (share === null) return <span class="faint">{votes === 0 ? words.noVotes : counted(words.fewVotes, votes)}</span>;
  const percent = new Intl.NumberFormat(formatTag.value, { style: 'percent' }).format(share);
  return (
    <span class={share < 0.6 ? 'help low' : 'help'}>
      <meter value={share} aria-hidden="true" />
      {fill(words.share, { share: percent, count: votes })}
    </span>
  );
}
