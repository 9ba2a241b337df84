import { fill } from '@ventanilla/shared/i18n/fill';
import { Home } from './Home.tsx';
import type { Scene } from './scene.ts';

/** The panel: a dialog that leaves the page usable beside it. */
export function App({ isOpen, ...scene }: Scene & { isOpen: boolean }) {
  const { texts, siteName, actions } = scene;
  return (
    <section
      class="panel"
      role="dialog"
      dir={texts.direction}
      aria-label={fill(texts.panel, { site: siteName })}
      tabIndex={-1}
      hidden={!isOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // A dialog of the page that we are in would close, too.
        event.preventDefault();
        actions.close();
      }}
    >
      <Current {...scene} />
    </section>
  );
}

/** A screen whose part has not arrived yet waits at home. */
function Current(scene: Scene) {
  const { talk, mine, faq } = scene.parts;
  const { screen, finder } = scene;
  if (screen.name === 'conversation' && talk) {
    return <talk.Conversation key={screen.key} conversationKey={screen.key} {...scene} texts={talk.texts} />;
  }
  if (screen.name === 'mine' && mine) return <mine.List key="mine" {...scene} texts={mine.texts} />;
  if (screen.name === 'article' && faq && finder) {
    return <faq.ArticleScreen key={screen.id} articleId={screen.id} {...scene} finder={finder} texts={faq.texts} />;
  }
  return <Home key="home" {...scene} />;
}
