import { fill } from '@ventanilla/shared/i18n/fill';
import { messageLength } from '@ventanilla/shared/limits';
import { Avatar } from './Avatar.tsx';
import { Banner } from './Banner.tsx';
import { ConversationRow } from './ConversationRow.tsx';
import { Icon } from './Icon.tsx';
import type { Scene } from './scene.ts';

/** Who we are, whether we are here, one field, and what this visitor has going on with us. */
export function Home(scene: Scene) {
  const { texts, siteName, isSiteOpen, draft, actions } = scene;
  const question = draft('');
  return (
    <>
      <div class="top site">
        <Avatar name={siteName} />
        <h2 class="who">{siteName}</h2>
        <button type="button" class="tool" aria-label={texts.close} onClick={actions.close}>
          <Icon name="close" />
        </button>
      </div>
      <Banner {...scene} />
      <form
        class="home"
        onSubmit={(event) => {
          event.preventDefault();
          actions.begin();
        }}
      >
        <div class="body">
          <p class="promise">
            <i class={isSiteOpen ? 'dot' : 'dot off'} />
            {isSiteOpen ? texts.open : texts.closed}
          </p>
          <label>
            <span class="ask">{texts.ask}</span>
            <input
              class="field first"
              type="text"
              enterkeyhint="go"
              autoComplete="off"
              placeholder={texts.askHint}
              maxLength={messageLength}
              value={question}
              onInput={(event) => actions.setDraft('', event.currentTarget.value)}
            />
          </label>
          <Mine {...scene} />
        </div>
        <div class="foot">
          {question.trim() !== '' && <p class="hint">{fill(texts.carried, { text: question.trim() })}</p>}
          <button type="submit" class="button">
            <Icon name="bubble" />
            {isSiteOpen ? texts.writeToPerson : texts.leaveMessage}
          </button>
        </div>
      </form>
    </>
  );
}

function Mine(scene: Scene) {
  const { texts, model } = scene;
  const { conversations, isListed, link } = model;
  if (conversations.length === 0) {
    const isLoading = !isListed && (link === 'connecting' || link === 'lost');
    return isLoading ? (
      <div class="bones" aria-busy="true">
        <span class="sr">{texts.loading}</span>
        <i />
        <i />
        <i />
      </div>
    ) : null;
  }
  return (
    <section class="mine">
      <h3>{texts.mine}</h3>
      <ul>
        {conversations.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} {...scene} />
        ))}
      </ul>
    </section>
  );
}
