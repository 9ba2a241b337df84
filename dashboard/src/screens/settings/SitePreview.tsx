import { fill } from '@ventanilla/shared/i18n/fill';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import { accentTheme, contrast } from '@ventanilla/shared/theme/accent';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { formatTag, texts } from '../../language.ts';
import type { SiteForm } from './site-form.ts';
import '../../styles/preview.css';

const dictionaries: Record<Locale, () => Promise<{ texts: HomeTexts }>> = {
  es: () => import('@ventanilla/shared/i18n/widget/home/es'),
  en: () => import('@ventanilla/shared/i18n/widget/home/en'),
};

type PreviewProps = Pick<SiteForm, 'name' | 'accent' | 'position' | 'locale' | 'logo'>;

/**
 * What people will see of these settings: the widget's own words, and its own arithmetic of colours. Drawn, because our
 * policy lets no other script run here.
 */
export function SitePreview({ name, accent, position, logo, locale: language }: PreviewProps) {
  const [isDark, setDark] = useState(false);
  const [words, setWords] = useState<HomeTexts | null>(null);
  const { site } = texts.value;
  useEffect(() => {
    let isWanted = true;
    void dictionaries[language]().then((loaded) => isWanted && setWords(loaded.texts));
    return () => {
      isWanted = false;
    };
  }, [language]);

  const theme = accentTheme(accent);
  const ratio = new Intl.NumberFormat(formatTag.value, { maximumFractionDigits: 1 }).format(
    contrast(theme.onAccent, accent),
  );
  return (
    <figure class="preview">
      <div
        class={`preview-page ${isDark ? 'dark' : 'light'} at-${position}`}
        aria-hidden="true"
        lang={language}
        style={{
          '--p-accent': accent,
          '--p-on-accent': theme.onAccent,
          '--p-accent-text': isDark ? theme.accentTextDark : theme.accentText,
        }}
      >
        <div class="preview-lines">
          <i />
          <i />
          <i />
        </div>
        {words && (
          <div class="preview-panel">
            <p class="preview-top">
              {logo === '' ? (
                <span class="preview-avatar">{initialOf(name)}</span>
              ) : (
                <img class="preview-logo" src={logo} alt="" />
              )}
              <b>{name}</b>
              <Icon name="cross" />
            </p>
            <p class="preview-promise">
              <i />
              {words.here}
            </p>
            <p class="preview-ask">{words.ask}</p>
            <p class="preview-field">{words.askHint}</p>
            <p class="preview-button">
              <Icon name="words" />
              {words.writeToPerson}
            </p>
          </div>
        )}
        <span class="preview-launcher" />
      </div>
      <figcaption>
        <span>{fill(theme.onAccent === '#ffffff' ? site.previewWhite : site.previewBlack, { ratio })}</span>
        <label class="check-line">
          <input type="checkbox" checked={isDark} onChange={(event) => setDark(event.currentTarget.checked)} />
          {site.previewDark}
        </label>
      </figcaption>
    </figure>
  );
}

function initialOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}
