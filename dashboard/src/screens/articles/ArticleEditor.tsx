import { limits } from '@ventanilla/shared/limits';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { useRef } from 'preact/hooks';
import { changeForm, saveArticle } from '../../article-writing.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { texts } from '../../language.ts';
import type { ArticleForm } from '../../model/article-form.ts';
import { beginLines, type Selected, wrap } from '../../model/markdown-edit.ts';

/** Title and text, with a few tools for those who do not know the marks. It saves by itself. */
export function ArticleEditor({ form, locale }: { form: ArticleForm; locale: Locale }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const words = texts.value.article;

  const shape = (edit: (selected: Selected) => Selected): void => {
    const area = field.current;
    if (!area) return;
    const { text, start, end } = edit({ text: area.value, start: area.selectionStart, end: area.selectionEnd });
    area.focus();
    // As if typed, so that Ctrl+Z takes it back, where the browser knows how.
    area.select();
    if (!document.execCommand('insertText', false, text)) area.value = text;
    area.setSelectionRange(start, end);
    changeForm({ body: text });
  };
  const tools: [name: keyof typeof words, icon: IconName, edit: (selected: Selected) => Selected][] = [
    ['heading', 'heading', (selected) => beginLines(selected, () => '## ')],
    ['bold', 'bold', (selected) => wrap(selected, '**', '**')],
    ['bulleted', 'bulleted', (selected) => beginLines(selected, () => '- ')],
    ['numbered', 'numbered', (selected) => beginLines(selected, (index) => `${index + 1}. `)],
    ['link', 'link', (selected) => wrap(selected, '[', '](https://)', words.linkText)],
  ];

  return (
    <form
      class="article-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void saveArticle();
      }}
    >
      <input
        class="article-title"
        lang={locale}
        aria-label={words.title}
        placeholder={words.title}
        maxLength={limits.articleTitleLength}
        value={form.title}
        aria-invalid={form.title.trim() === ''}
        onInput={(event) => changeForm({ title: event.currentTarget.value })}
      />
      <div class="article-tools" role="toolbar" aria-label={words.tools}>
        {tools.map(([name, icon, edit]) => (
          <button
            key={name}
            type="button"
            class="button quiet icon-only"
            aria-label={String(words[name])}
            title={String(words[name])}
            onClick={() => shape(edit)}
          >
            <Icon name={icon} />
          </button>
        ))}
      </div>
      <textarea
        ref={field}
        lang={locale}
        aria-label={words.body}
        placeholder={words.bodyHint}
        maxLength={limits.articleBodyLength}
        value={form.body}
        onInput={(event) => changeForm({ body: event.currentTarget.value })}
      />
    </form>
  );
}
