import { effect, signal } from '@preact/signals';
import type { ArticleDraft } from '@ventanilla/shared/entities/article';
import type { ArticleId } from '@ventanilla/shared/ids';
import { nowMs } from './clock.ts';
import type { Answer, Failure } from './connection/failure.ts';
import { agentId, offlineSince } from './desk.ts';
import { articleNames } from './drafts.ts';
import { call } from './live.ts';
import { type ArticleForm, formOf, isUnsaved, unsavedOf } from './model/article-form.ts';
import { recall, remember } from './remembered.ts';

/** The article in the editor: the server's, and what is being made of it. What is not stored yet is kept in the browser. */
export interface Writing {
  id: ArticleId;
  /** Null until it is here. */
  article: ArticleDraft | null;
  form: ArticleForm | null;
  state: 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
  savedAt: number;
  failure: Failure | null;
  /** What somebody else made of it meanwhile (TK8). */
  theirs: ArticleDraft | null;
}

export const writing = signal<Writing | null>(null);

const restMs = 1_200;
let timer: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  if (agentId.value === '') writing.value = null;
});

/** Waits for a connection to be there again. */
effect(() => {
  if (offlineSince.value === 0 && writing.peek()?.failure?.code === 'offline') void saveArticle();
});

export async function openArticle(id: ArticleId): Promise<void> {
  if (writing.value?.id !== id) writing.value = { ...nothingYet, id };
  const answer = await call('article:open', { articleId: id });
  const before = writing.value;
  if (before?.id !== id || before.article !== null) return;
  if (!answer.ok) {
    writing.value = { ...before, failure: answer.error };
    return;
  }
  const { article } = answer.data;
  const kept = keptOf(id);
  if (!kept || !isUnsaved(article, kept.form)) show(article, formOf(article));
  else if (kept.version === article.version) show(article, kept.form);
  else writing.value = { ...nothingYet, id, article, form: kept.form, state: 'conflict', theirs: article };
}

export function closeArticle(): void {
  clearTimeout(timer);
  void saveArticle();
  writing.value = null;
}

export function changeForm(part: Partial<ArticleForm>): void {
  const before = writing.value;
  if (!before?.article || !before.form) return;
  const form = { ...before.form, ...part };
  keep(before.article, form);
  writing.value = { ...before, form, state: before.state === 'conflict' ? 'conflict' : 'unsaved' };
  clearTimeout(timer);
  if (before.state !== 'conflict') timer = setTimeout(() => void saveArticle(), restMs);
}

/** One saving at a time; what was typed meanwhile follows by itself. True when the server has all of it. */
export async function saveArticle(): Promise<boolean> {
  clearTimeout(timer);
  const before = writing.value;
  if (!before?.article || !before.form || before.state === 'saving' || before.state === 'conflict') return false;
  const { article, form } = before;
  const fields = unsavedOf(article, form);
  if (Object.keys(fields).length === 0) {
    keep(article, form);
    writing.value = { ...before, state: 'saved', failure: null };
    return true;
  }
  writing.value = { ...before, state: 'saving', failure: null };
  const answer = await call('article:save', { articleId: article.id, version: article.version, ...fields });
  return settle(article.id, answer, form);
}

export const publishArticle = () => change('article:publish');
export const archiveArticle = () => change('article:archive');

/** What is written goes first, so that what is published is what is seen. */
async function change(name: 'article:publish' | 'article:archive'): Promise<Answer<unknown> | null> {
  if (!(await saveArticle())) return null;
  const article = writing.value?.article;
  if (!article) return null;
  const answer = await call(name, { articleId: article.id, version: article.version });
  settle(article.id, answer);
  return answer;
}

export function takeTheirs(): void {
  const theirs = writing.value?.theirs;
  if (theirs) show(theirs, formOf(theirs));
}

export function keepMine(): void {
  const before = writing.value;
  if (!before?.theirs) return;
  writing.value = { ...before, article: before.theirs, theirs: null, state: 'unsaved', failure: null };
  void saveArticle();
}

function settle(id: ArticleId, answer: Answer<{ article: ArticleDraft }>, sent?: ArticleForm): boolean {
  const now = writing.value;
  if (now?.id !== id || !now.form) {
    if (answer.ok) settleClosed(answer.data.article, sent);
    return answer.ok;
  }
  if (answer.ok) {
    const { article } = answer.data;
    keep(article, now.form);
    const isAll = !isUnsaved(article, now.form);
    writing.value = { ...now, article, state: isAll ? 'saved' : 'unsaved', savedAt: nowMs(), failure: null };
    if (!isAll) timer = setTimeout(() => void saveArticle(), restMs);
    return isAll;
  }
  const { article: theirs } = (answer.error.details ?? {}) as { article?: ArticleDraft };
  const isConflict = answer.error.code === 'conflict' && theirs !== undefined;
  writing.value = {
    ...now,
    state: isConflict ? 'conflict' : 'failed',
    failure: answer.error,
    theirs: isConflict ? theirs : null,
  };
  return false;
}

/** Nobody looks any more: what is stored is forgotten here, and what was typed while it was on its way follows it. */
function settleClosed(article: ArticleDraft, sent?: ArticleForm): void {
  const kept = keptOf(article.id);
  if (!kept) return;
  keep(article, kept.form);
  const fields = unsavedOf(article, kept.form);
  if (!sent || !isUnsaved(article, kept.form) || isSame(kept.form, sent)) return;
  void call('article:save', { articleId: article.id, version: article.version, ...fields }).then((answer) =>
    settle(article.id, answer, kept.form),
  );
}

function isSame(one: ArticleForm, other: ArticleForm): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const nothingYet: Omit<Writing, 'id'> = {
  article: null,
  form: null,
  state: 'saved',
  savedAt: 0,
  failure: null,
  theirs: null,
};

function show(article: ArticleDraft, form: ArticleForm): void {
  const isAll = !isUnsaved(article, form);
  keep(article, form);
  writing.value = { ...nothingYet, id: article.id, article, form, state: isAll ? 'saved' : 'unsaved' };
  if (!isAll) timer = setTimeout(() => void saveArticle(), restMs);
}

function nameOf(id: string): string {
  return articleNames(agentId.peek()) + id;
}

function keep(article: ArticleDraft, form: ArticleForm): void {
  const kept = { version: article.version, form };
  remember(nameOf(article.id), isUnsaved(article, form) ? JSON.stringify(kept) : '');
}

/** What an earlier visit could not store, and the version it was written over. */
function keptOf(id: ArticleId): { version: number; form: ArticleForm } | null {
  try {
    return JSON.parse(recall(nameOf(id))) as { version: number; form: ArticleForm };
  } catch {
    return null;
  }
}
