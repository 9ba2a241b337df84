import { fill } from '@ventanilla/shared/i18n/fill';
import { type ArticleId, idPattern } from '@ventanilla/shared/ids';
import { useEffect } from 'preact/hooks';
import {
  archiveArticle,
  closeArticle,
  keepMine,
  openArticle,
  publishArticle,
  saveArticle,
  takeTheirs,
  type Writing,
  writing,
} from '../../article-writing.ts';
import { now } from '../../clock.ts';
import { Blank } from '../../components/Blank.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Problem } from '../../components/Problem.tsx';
import { notice } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { clockTime, fillTime, momentInWords } from '../../time-words.ts';
import { ArticleEditor } from './ArticleEditor.tsx';
import { ArticlePreview } from './ArticlePreview.tsx';
import { ArticleSide } from './ArticleSide.tsx';
import '../../styles/articles.css';
import '../../styles/article.css';

/** An article: written on the left, read in the middle as people will, described on the right. */
export function ArticleScreen({ id = '' }: { id?: string }) {
  const articleId = isArticleId(id) ? id : null;
  useEffect(() => {
    if (articleId === null) return;
    void openArticle(articleId);
    return closeArticle;
  }, [articleId]);

  const words = texts.value.article;
  const current = writing.value?.id === articleId ? writing.value : null;
  const isMissing =
    articleId === null || current?.failure?.code === 'not_found' || current?.failure?.code === 'invalid';
  if (isMissing && !current?.article) {
    return (
      <Blank icon="book" title={words.notFound} hint={words.notFoundHint} isWholePage>
        <a class="button primary" href={paths.articles}>
          {words.crumb}
        </a>
      </Blank>
    );
  }
  if (current?.failure && !current.article) {
    return (
      <Problem
        title={words.notOpened}
        failure={current.failure}
        onRetry={() => articleId && void openArticle(articleId)}
        isWholePage
      />
    );
  }
  if (!current?.article || !current.form) return <Bones rows={6} />;
  const { article, form } = current;
  return (
    <div class="article-screen">
      <header class="bar ruled">
        <a
          class="button quiet icon-only"
          href={paths.articleList({ siteId: article.siteId, locale: article.locale, state: '', category: '' })}
          aria-label={texts.value.common.back}
        >
          <Icon name="back" isDirected />
        </a>
        <h1 class="crumb one-line">
          {words.crumb} · <b>{article.title}</b>
        </h1>
        <span class={current.state === 'failed' ? 'article-state wrong' : 'article-state'} role="status">
          {stateWords(current)}
        </span>
        <Acts current={current} />
      </header>
      {current.state === 'conflict' && <Conflict current={current} />}
      <div class="article-panes">
        <ArticleEditor key={article.id} form={form} locale={article.locale} />
        <ArticlePreview title={form.title} body={form.body} locale={article.locale} />
        <ArticleSide article={article} form={form} />
      </div>
    </div>
  );
}

function isArticleId(text: string): text is ArticleId {
  return idPattern('article').test(text);
}

function stateWords({ state, failure, savedAt, article }: Writing): string {
  const words = texts.value.article;
  if (state === 'saving') return words.saving;
  if (state === 'failed' && failure) {
    return failure.code === 'offline' ? words.keptHere : fill(words.notSaved, { sentence: sentenceOf(failure) });
  }
  if (state !== 'saved') return words.unsaved;
  if (savedAt === 0) return '';
  const sentence =
    article?.state !== 'published' ? words.savedDraft : article.hasChanges ? words.savedChanges : words.saved;
  return fillTime(sentence, { time: clockTime(savedAt) });
}

function Acts({ current: { article, form, state } }: { current: Writing }) {
  const words = texts.value.article;
  if (!article || !form) return null;
  const isPublic = article.state === 'published';
  const hasMore = article.hasChanges || state !== 'saved';
  const isBlocked = state === 'conflict' || form.title.trim() === '';
  const publish = async (): Promise<void> => {
    if (form.body.trim() === '') {
      notice.value = words.needsBody;
      return;
    }
    const answer = await publishArticle();
    if (answer) notice.value = answer.ok ? words.published : sentenceOf(answer.error);
  };
  const archive = async (): Promise<void> => {
    const answer = await archiveArticle();
    if (answer) notice.value = answer.ok ? words.archived : sentenceOf(answer.error);
  };
  return (
    <>
      {state === 'failed' && (
        <button type="button" class="button" onClick={() => void saveArticle()}>
          {texts.value.common.retry}
        </button>
      )}
      {isPublic && (
        <Menu
          label={texts.value.common.more}
          face={<Icon name="more" />}
          buttonClass="button quiet icon-only"
          side="below"
        >
          {(close) => (
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                close();
                void archive();
              }}
            >
              <Icon name="box" />
              {words.archive}
            </button>
          )}
        </Menu>
      )}
      {(!isPublic || hasMore) && (
        <button type="button" class="button primary" disabled={isBlocked} onClick={() => void publish()}>
          {isPublic ? words.publishChanges : article.state === 'archived' ? words.publishAgain : words.publish}
        </button>
      )}
    </>
  );
}

/** TK8: nobody's words are lost; one of both decides. */
function Conflict({ current: { theirs } }: { current: Writing }) {
  const words = texts.value.article;
  if (!theirs) return null;
  const values = { name: theirs.updatedBy?.name ?? '–', when: momentInWords(theirs.updatedAt, now.value) };
  return (
    <section class="article-conflict" role="alert">
      <h2>{words.conflict}</h2>
      <p>{fill(words.conflictHint, values)}</p>
      <p class="actions">
        <button type="button" class="button" onClick={takeTheirs}>
          {words.takeTheirs}
        </button>
        <button type="button" class="button primary" onClick={keepMine}>
          {words.keepMine}
        </button>
      </p>
    </section>
  );
}
