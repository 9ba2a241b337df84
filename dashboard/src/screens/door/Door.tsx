import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { texts } from '../../language.ts';
import '../../styles/door.css';

/** The card that stands before the desk: one title, one thing to do. */
export function Door({ title, hint, children }: { title: string; hint?: string; children?: ComponentChildren }) {
  const { product } = texts.value;
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <main class="door">
      <div class="door-card">
        <span class="logo">
          <Icon name="window" size="large" />
        </span>
        <h1>{title}</h1>
        {hint && <p class="door-hint">{hint}</p>}
        {children}
      </div>
      <p class="door-product">{product}</p>
    </main>
  );
}
