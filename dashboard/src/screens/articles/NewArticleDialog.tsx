import { limits } from '@ventanilla/shared/limits';
import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ArticleFilter } from '../../articles.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { paths } from '../../paths.ts';

interface NewArticleProps {
  filter: ArticleFilter;
  /** What people asked and nothing answers; it becomes the article's first other way of asking. */
  about?: string;
  onClose: () => void;
}

/** A title is all it takes; the rest is written in the editor. */
export function NewArticleDialog({ filter, about = '', onClose }: NewArticleProps) {
  const { route } = useLocation();
  const formId = useId();
  const [title, setTitle] = useState(about.charAt(0).toLocaleUpperCase() + about.slice(1));
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { articles: words, common } = texts.value;

  const create = async (): Promise<void> => {
    if (title.trim() === '') {
      setSaid(words.titleMissing);
      return;
    }
    setBusy(true);
    const answer = await call('article:create', {
      siteId: filter.siteId,
      locale: filter.locale,
      title: title.trim(),
      category: filter.category,
      ...(about && { phrasings: [about] }),
    });
    setBusy(false);
    if (answer.ok) route(paths.article(answer.data.article.id));
    else setSaid(sentenceOf(answer.error));
  };
  return (
    <Dialog
      title={words.newTitle}
      hint={words.newHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" form={formId} class="button primary" disabled={isBusy}>
            {words.create}
          </button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field label={words.titleLabel} {...(said && { problem: said })}>
          {(tied) => (
            <input
              {...tied}
              class="input"
              maxLength={limits.articleTitleLength}
              value={title}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
