import type { ArticleDraft } from '@ventanilla/shared/entities/article';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { articleAudiences, type Locale, locales } from '@ventanilla/shared/vocabulary';
import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { changeForm } from '../../article-writing.ts';
import { shownArticles } from '../../articles.ts';
import { Field } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PickList } from '../../components/PickList.tsx';
import { notice } from '../../desk.ts';
import { counted, locale as readersLocale, sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { type ArticleForm, helpShare, positionOf, translationState } from '../../model/article-form.ts';
import { paths } from '../../paths.ts';

/** For whom it is, how it is asked for, in which languages, and whether it helps. */
export function ArticleSide({ article, form }: { article: ArticleDraft; form: ArticleForm }) {
  const { article: words, articles: listWords } = texts.value;
  const topics = useId();
  const known = shownArticles.value?.list?.categories.filter(({ name }) => name !== '') ?? [];
  return (
    <aside class="article-side" aria-label={words.settings}>
      <PickList
        label={words.audience}
        chosen={form.audience}
        onChoose={(audience) => changeForm({ audience })}
        choices={articleAudiences.map((value) => ({
          value,
          name: listWords.audience[value],
          hint: words.audienceHint[value],
        }))}
      />
      <Phrasings phrasings={form.phrasings} />
      <Field label={words.category}>
        {(tied) => (
          <>
            <input
              {...tied}
              class="input"
              list={topics}
              maxLength={limits.categoryLength}
              value={form.category}
              onInput={(event) => changeForm({ category: event.currentTarget.value })}
            />
            <datalist id={topics}>
              {known.map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field
        label={words.position}
        hint={words.positionHint}
        {...(positionOf(form.position) === null && { problem: words.positionBad })}
      >
        {(tied) => (
          <input
            {...tied}
            class="input number"
            inputMode="numeric"
            value={form.position}
            onInput={(event) => changeForm({ position: event.currentTarget.value })}
          />
        )}
      </Field>
      <Translations article={article} />
      <Helpfulness article={article} />
    </aside>
  );
}

function Phrasings({ phrasings }: { phrasings: readonly string[] }) {
  const [text, setText] = useState('');
  const words = texts.value.article;
  const add = (): void => {
    const fresh = text.trim();
    if (fresh !== '' && !phrasings.includes(fresh)) changeForm({ phrasings: [...phrasings, fresh] });
    setText('');
  };
  return (
    <section>
      <h3>{words.phrasings}</h3>
      <ul class="phrasings">
        {phrasings.map((phrasing) => (
          <li key={phrasing}>
            <span>{phrasing}</span>
            <button
              type="button"
              class="button quiet icon-only small"
              aria-label={fill(words.removePhrasing, { text: phrasing })}
              onClick={() => changeForm({ phrasings: phrasings.filter((other) => other !== phrasing) })}
            >
              <Icon name="cross" size="small" />
            </button>
          </li>
        ))}
      </ul>
      {phrasings.length < limits.phrasingsPerArticle && (
        <input
          class="input"
          aria-label={words.addPhrasing}
          placeholder={words.addPhrasing}
          maxLength={limits.phrasingLength}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      )}
      <p class="field-note">{words.phrasingsHint}</p>
    </section>
  );
}

function Translations({ article }: { article: ArticleDraft }) {
  const { article: words, articles: listWords } = texts.value;
  const { route } = useLocation();
  const translate = async (language: Locale): Promise<void> => {
    const { siteId, slug, title, body, category, audience } = article;
    const answer = await call('article:create', { siteId, locale: language, slug, title, body, category, audience });
    if (answer.ok) route(paths.article(answer.data.article.id));
    else notice.value = sentenceOf(answer.error);
  };
  return (
    <section>
      <h3>{words.translations}</h3>
      <ul class="translations">
        {locales
          .filter((language) => language !== article.locale)
          .map((language) => {
            const translation = article.translations.find((other) => other.locale === language);
            const state = translationState(article, translation);
            const name = listWords.languages[language];
            return (
              <li key={language}>
                {name}
                <span class={`translation ${state}`}>{listWords[state]}</span>
                {translation ? (
                  <a
                    class="link"
                    href={paths.article(translation.id)}
                    aria-label={fill(words.openTranslation, { language: name.toLocaleLowerCase() })}
                  >
                    {texts.value.context.open}
                  </a>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-label={fill(words.translate, { language: name.toLocaleLowerCase() })}
                    onClick={() => void translate(language)}
                  >
                    {words.translateShort}
                  </button>
                )}
              </li>
            );
          })}
      </ul>
    </section>
  );
}

function Helpfulness({ article }: { article: ArticleDraft }) {
  const { article: words, articles: listWords } = texts.value;
  if (article.publishedAt === 0) return null;
  const votes = article.helpfulYes + article.helpfulNo;
  const share = helpShare(article);
  const percent = new Intl.NumberFormat(readersLocale.value, { style: 'percent' });
  return (
    <section>
      <h3>{words.helps}</h3>
      <p>
        {share !== null
          ? fill(words.helpShare, { share: percent.format(share), count: votes })
          : votes === 0
            ? words.helpNone
            : counted(listWords.fewVotes, votes)}
      </p>
      <p class="faint">{counted(words.views, article.views)}</p>
    </section>
  );
}
