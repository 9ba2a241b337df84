import type { ArticleNode } from '@ventanilla/shared/entities/article';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { useEffect, useState } from 'preact/hooks';
import { ArticleNodes } from '../../components/ArticleNodes.tsx';
import { offlineSince } from '../../desk.ts';
import { counted, sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';

interface Read {
  nodes: ArticleNode[];
  readingMinutes: number;
}

const restMs = 250;

/** The text as its readers get it: read by the server, so that both see the same. */
export function ArticlePreview({ title, body, locale }: { title: string; body: string; locale: Locale }) {
  const [read, setRead] = useState<Read | null>(null);
  const [said, setSaid] = useState('');
  const words = texts.value.article;
  const isOffline = offlineSince.value !== 0;
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answer = await call('article:preview', { body });
      if (!isWanted) return;
      if (answer.ok) setRead(answer.data);
      setSaid(answer.ok ? '' : sentenceOf(answer.error));
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [body, isOffline]);

  return (
    <section class="article-preview" aria-label={words.preview}>
      <p class="preview-heading">
        {words.preview}
        <span class="faint">{read && body.trim() !== '' && counted(words.minutes, read.readingMinutes)}</span>
      </p>
      <article class="article-sheet" lang={locale}>
        <h2>{title}</h2>
        {body.trim() === '' ? <p class="faint">{words.previewEmpty}</p> : read && <ArticleNodes nodes={read.nodes} />}
      </article>
      <p class="faint" role="status">
        {said}
      </p>
    </section>
  );
}
