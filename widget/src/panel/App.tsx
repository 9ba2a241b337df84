import { fill } from '@ventanilla/shared/i18n/fill';
import type { ComponentType } from 'preact';
import { Home } from './Home.tsx';
import type { Scene } from './scene.ts';

export type ConversationScreen = ComponentType<Scene & { conversationKey: string }>;

interface AppProps {
  isOpen: boolean;
  /** Arrives after the home screen. */
  conversationScreen: ConversationScreen | undefined;
}

/** The panel: a dialog that leaves the page usable beside it. */
export function App({ isOpen, conversationScreen: Conversation, ...scene }: Scene & AppProps) {
  const { texts, siteName, screen, actions } = scene;
  return (
    <section
      class="panel"
      role="dialog"
      aria-label={fill(texts.panel, { site: siteName })}
      tabIndex={-1}
      hidden={!isOpen}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) actions.close();
      }}
    >
      {screen.name === 'conversation' && Conversation ? (
        <Conversation key={screen.key} conversationKey={screen.key} {...scene} />
      ) : (
        <Home key="home" {...scene} />
      )}
    </section>
  );
}
