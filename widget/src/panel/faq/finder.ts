import type { Article, ArticleHit } from '@ventanilla/shared/entities/article';
import type { ArticleId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { LoadChunk } from '../../embed.ts';
import type { TitleSearch } from '../../search/title-search.ts';
import type { Ask } from '../ask.ts';

const pauseMs = 150;
/** After so long nobody is still typing. */
const stopMs = 1_500;
const queryLength = 300;

/** What is being asked, and what answers it so far. */
export interface Finding {
  /** '' while nothing is asked. */
  query: string;
  locale: Locale;
  /** Best first. */
  hits: ArticleHit[];
  /**
   * `here`: this browser alone has looked. `there`: so has the server, for words that go on. `done`: for the whole question.
   * `failed`: the server could not be asked.
   */
  state: 'here' | 'there' | 'done' | 'failed';
}

export interface FinderParts {
  ask: Ask;
  load: LoadChunk;
  /** The language of the page, which may change. */
  locale(): Locale;
  /** Is the vote kept? */
  castVote(articleId: ArticleId, isHelpful: boolean): Promise<boolean>;
  /** Something is to be shown. */
  draw(): void;
}

export type Finder = ReturnType<typeof createFinder>;

/** Searches while a question is being typed, here at every key and on the server after a pause; keeps what was read. */
export function createFinder({ ask, load, locale, castVote, draw }: FinderParts) {
  let finding: Finding = { query: '', locale: locale(), hits: [], state: 'done' };
  let here: { locale: Locale; search?: TitleSearch } | undefined;
  let isFinished = true;
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let stop: ReturnType<typeof setTimeout> | undefined;
  /** From earlier answers, so that a likely answer keeps its words while one types on. */
  const excerpts = new Map<ArticleId, string>();
  const articles = new Map<string, Article>();
  const votes = new Map<ArticleId, boolean>();

  function hush(): void {
    clearTimeout(pause);
    clearTimeout(stop);
  }

  function lookHere(query: string): ArticleHit[] {
    const hits = (here?.locale === locale() && here.search?.(query)) || [];
    return hits.map((hit) => ({ ...hit, excerpt: excerpts.get(hit.id) ?? '' }));
  }

  /** Only the latest question's answer counts, and only while it is still asked. */
  async function lookThere(unfinished: 'yes' | 'no'): Promise<void> {
    const turn = ++asked;
    const { query, locale: language } = finding;
    const answer = await ask('article:search', { query, locale: language, unfinished });
    if (turn !== asked || finding.query !== query || finding.locale !== language) return;
    if (answer?.ok) {
      const { hits } = answer.data;
      for (const { id, excerpt } of hits) excerpts.set(id, excerpt);
      finding = { ...finding, hits, state: unfinished === 'yes' ? 'there' : 'done' };
    } else {
      finding = { ...finding, state: 'failed' };
    }
    draw();
  }

  /** Once for a question: the person has stopped, pressed Enter, or gone on. Only now is it counted as not found (KB3). */
  function finish(): void {
    if (isFinished) return;
    isFinished = true;
    hush();
    void lookThere('no');
  }

  return {
    finding: () => finding,
    finish,
    /** What stands in the field now; the same again changes nothing. */
    type(text: string): void {
      const query = text.trim().slice(-queryLength);
      if (query === finding.query && locale() === finding.locale) return;
      hush();
      isFinished = query === '';
      finding = { query, locale: locale(), hits: lookHere(query), state: query === '' ? 'done' : 'here' };
      if (!isFinished) {
        pause = setTimeout(() => void lookThere('yes'), pauseMs);
        stop = setTimeout(finish, stopMs);
      }
      draw();
    },
    /** The field has the focus: what this browser needs to search by itself comes, once for a language. */
    async prepare(): Promise<void> {
      const wanted = locale();
      if (here?.locale === wanted) return;
      here = { locale: wanted };
      try {
        const [{ searchIn }, answer] = await Promise.all([
          load(`search-${wanted}`),
          ask('article:titles', { locale: wanted }),
        ]);
        if (!answer?.ok) throw new Error('no titles');
        here = { locale: wanted, search: await searchIn(answer.data.articles) };
      } catch {
        // The server searches anyhow; the next focus tries again.
        here = undefined;
      }
      if (finding.query === '' || (finding.state !== 'here' && finding.state !== 'failed')) return;
      finding = { ...finding, hits: lookHere(finding.query) };
      draw();
    },
    async read(id: ArticleId): Promise<Article | 'gone' | 'failed'> {
      const key = `${locale()} ${id}`;
      const known = articles.get(key);
      if (known) return known;
      const answer = await ask('article:read', { articleId: id, locale: locale() });
      if (!answer?.ok)
        return answer?.error.code === 'not_found' || answer?.error.code === 'invalid' ? 'gone' : 'failed';
      articles.set(key, answer.data.article);
      return answer.data.article;
    },
    voteOf: (id: ArticleId) => votes.get(id),
    /** Resolves to whether it was kept; the last vote counts. */
    async vote(id: ArticleId, isHelpful: boolean): Promise<boolean> {
      if (!(await castVote(id, isHelpful))) return false;
      votes.set(id, isHelpful);
      return true;
    },
  };
}
