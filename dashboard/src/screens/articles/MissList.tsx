import type { ArticleMiss } from '@ventanilla/shared/entities/article';
import { fill } from '@ventanilla/shared/i18n/fill';
import { useEffect, useState } from 'preact/hooks';
import { type ArticleFilter, addPhrasing, listArticles } from '../../articles.ts';
import type { Answer } from '../../connection/failure.ts';
import { notice, offlineSince } from '../../desk.ts';
import { counted, sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { paths } from '../../paths.ts';
import { NewArticleDialog } from './NewArticleDialog.tsx';

type Misses = Answer<{ misses: ArticleMiss[]; total: number }>;

/** KB3: what people looked for and did not find, each with the way to change that. */
export function MissList({ filter }: { filter: ArticleFilter }) {
  const [answer, setAnswer] = useState<Misses | null>(null);
  const [about, setAbout] = useState('');
  const words = texts.value.articles;
  const isOffline = offlineSince.value !== 0;
  const { siteId, locale } = filter;
  const load = async (): Promise<void> => setAnswer(await call('miss:list', { siteId, locale }));
  useEffect(() => {
    if (!isOffline) void load();
  }, [siteId, locale, isOffline]);

  const add = async (miss: ArticleMiss): Promise<void> => {
    if (!miss.nearest) return;
    const added = await addPhrasing(miss.nearest.id, miss);
    const { title } = miss.nearest;
    notice.value = added.ok
      ? fill(added.data.isPublic ? words.missAdded : words.missAddedDraft, { title, text: miss.text })
      : sentenceOf(added.error);
    await Promise.all([load(), listArticles({ ...filter })]);
  };

  return (
    <aside class="misses" aria-label={words.missTitle}>
      <h2>{words.missTitle}</h2>
      {answer?.ok === false && (
        <p class="faint" role="status">
          {sentenceOf(answer.error)}{' '}
          <button type="button" class="link" onClick={() => void load()}>
            {texts.value.common.retry}
          </button>
        </p>
      )}
      {answer?.ok && (
        <>
          <p class="faint">{answer.data.total === 0 ? words.missNone : counted(words.missSum, answer.data.total)}</p>
          <ul>
            {answer.data.misses.map((miss) => (
              <li key={miss.text}>
                <b>{miss.text}</b>
                <span class="miss-count" title={counted(words.missTimes, miss.count)}>
                  {miss.count}
                </span>
                <span class="one-line faint">
                  {miss.nearest && (
                    <a href={paths.article(miss.nearest.id)}>
                      {fill(words.missNearest, { title: miss.nearest.title })}
                    </a>
                  )}
                </span>
                {miss.nearest ? (
                  <button
                    type="button"
                    class="link"
                    aria-label={fill(words.missAddTo, { text: miss.text, title: miss.nearest.title })}
                    onClick={() => void add(miss)}
                  >
                    {words.missAdd}
                  </button>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-label={fill(words.missWriteAbout, { text: miss.text })}
                    onClick={() => setAbout(miss.text)}
                  >
                    {words.missWrite}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {about !== '' && <NewArticleDialog filter={filter} about={about} onClose={() => setAbout('')} />}
    </aside>
  );
}
