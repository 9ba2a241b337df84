import type { ArticleDraft, ArticleSummary, ArticleTranslation } from '@ventanilla/shared/entities/article';
import type { ArticleAudience } from '@ventanilla/shared/vocabulary';

/** An article as it stands in the editor; the position is still what was typed. */
export interface ArticleForm {
  title: string;
  body: string;
  phrasings: readonly string[];
  category: string;
  audience: ArticleAudience;
  position: string;
}

export interface ArticleFields {
  title: string;
  body: string;
  phrasings: string[];
  category: string;
  audience: ArticleAudience;
  position: number;
}

export function formOf(article: ArticleDraft): ArticleForm {
  const { title, body, phrasings, category, audience, position } = article;
  return { title, body, phrasings, category, audience, position: String(position) };
}

export function positionOf(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) <= 1_000 ? Number(text) : null;
}

/** What of the form the server does not have yet; fields that cannot be stored as they are stay out. */
export function unsavedOf(article: ArticleDraft, form: ArticleForm): Partial<ArticleFields> {
  const fields: Partial<ArticleFields> = {};
  const title = form.title.trim();
  const position = positionOf(form.position);
  if (title !== '' && title !== article.title) fields.title = title;
  if (form.body !== article.body) fields.body = form.body;
  if (form.phrasings.join('\n') !== article.phrasings.join('\n')) fields.phrasings = [...form.phrasings];
  if (form.category.trim() !== article.category) fields.category = form.category.trim();
  if (form.audience !== article.audience) fields.audience = form.audience;
  if (position !== null && position !== article.position) fields.position = position;
  return fields;
}

export function isUnsaved(article: ArticleDraft, form: ArticleForm): boolean {
  return Object.keys(unsavedOf(article, form)).length > 0;
}

/** A translation is as good as the original it was made from. */
export function translationState(
  article: Pick<ArticleSummary, 'publishedAt'>,
  translation: ArticleTranslation | undefined,
): 'untranslated' | 'translationDraft' | 'outOfDate' | 'upToDate' {
  if (!translation || translation.state === 'archived') return 'untranslated';
  if (translation.publishedAt === 0) return 'translationDraft';
  return translation.publishedAt < article.publishedAt ? 'outOfDate' : 'upToDate';
}

const enoughVotes = 20;

/** The part of the votes that said yes; null while there are too few to say. */
export function helpShare({ helpfulYes, helpfulNo }: Pick<ArticleSummary, 'helpfulYes' | 'helpfulNo'>): number | null {
  const votes = helpfulYes + helpfulNo;
  return votes < enoughVotes ? null : helpfulYes / votes;
}
