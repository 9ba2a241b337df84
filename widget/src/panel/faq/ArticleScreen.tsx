import type { Article } from '@ventanilla/shared/entities/article';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ArticleId } from '@ventanilla/shared/ids';
import { Component } from 'preact';
import type { PartScene } from '../parts.ts';
import { Top } from '../Top.tsx';
import { ArticleNodes } from './ArticleNodes.tsx';
import { AskPerson } from './AskPerson.tsx';
import type { Finder } from './finder.ts';
import { Helped } from './Helped.tsx';
import { Rows } from './Rows.tsx';

type ArticleProps = PartScene<'faq'> & { finder: Finder; articleId: ArticleId };

interface ArticleState {
  article: Article | 'gone' | 'failed' | undefined;
}

/** One article: read it, say whether it helped, or go on to a person. */
export class ArticleScreen extends Component<ArticleProps, ArticleState> {
  override state: ArticleState = { article: undefined };

  override componentDidMount() {
    void this.load();
  }

  override componentDidUpdate(before: ArticleProps) {
    // Other words mean another language: the article may have been translated.
    if (before.texts !== this.props.texts) void this.load();
  }

  load = async () => {
    this.setState({ article: undefined });
    const { finder, articleId } = this.props;
    this.setState({ article: await finder.read(articleId) });
  };

  render() {
    const { texts, actions } = this.props;
    const { article } = this.state;
    const isThere = typeof article === 'object';
    return (
      <>
        <Top {...this.props} onBack={() => actions.show({ name: 'home' })}>
          <p class="who where">{(isThere && article.category) || texts.articles}</p>
        </Top>
        <article
          class="body article first"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls with the arrow keys.
          tabIndex={0}
          aria-label={isThere ? article.title : texts.articles}
        >
          {isThere ? this.text(article) : this.instead(article)}
        </article>
        {isThere && <Helped {...this.props} article={article} />}
        {typeof article === 'string' && (
          <div class="foot">
            <AskPerson {...this.props} about="" />
          </div>
        )}
      </>
    );
  }

  text({ title, publishedAt, readingMinutes, nodes, related }: Article) {
    const { texts, times } = this.props;
    const date = new Intl.DateTimeFormat(times.language, { dateStyle: 'long' }).format(publishedAt);
    return (
      <>
        <h2 class="title">{title}</h2>
        <p class="since">{fill(texts.published, { date, count: readingMinutes })}</p>
        <div class="text" dir="auto">
          <ArticleNodes nodes={nodes} otherTab={texts.otherTab} />
        </div>
        {related.length > 0 && <Rows {...this.props} title={texts.related} rows={related} />}
      </>
    );
  }

  instead(article: 'gone' | 'failed' | undefined) {
    const { texts } = this.props;
    if (!article) {
      return (
        <div class="bones" aria-busy="true">
          <span class="sr">{texts.loading}</span>
          <i />
          <i />
          <i />
        </div>
      );
    }
    return (
      <div class="nothing" role="status">
        {article === 'gone' ? (
          <>
            <h2 class="title">{texts.gone}</h2>
            <p>{texts.goneHint}</p>
          </>
        ) : (
          <p>
            {texts.notLoaded}{' '}
            <button type="button" class="again" onClick={this.load}>
              {texts.tryNow}
            </button>
          </p>
        )}
      </div>
    );
  }
}
