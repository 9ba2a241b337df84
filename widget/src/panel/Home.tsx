import { fill } from '@ventanilla/shared/i18n/fill';
import { messageLength } from '@ventanilla/shared/limits';
import { Avatar } from './Avatar.tsx';
import { bubbleIcon, Icon } from './Icon.tsx';
import { Notice } from './Notice.tsx';
import { promised } from './promise.ts';
import type { Scene } from './scene.ts';
import { Top } from './Top.tsx';

/** Who we are, whether we are here, one field, and what this visitor has going on with us. */
export function Home(scene: Scene) {
  const { texts, siteName, isSiteOpen, isIncomplete, parts, popular, finder, draft, actions } = scene;
  const { talk, mine, closed, faq } = parts;
  // In a language without articles nothing is searched.
  const searching = popular.length > 0 ? finder : undefined;
  const question = draft('').trim();
  return (
    <>
      <Top {...scene}>
        <Avatar name={siteName} />
        <h2 class="who">
          <bdi>{siteName}</bdi>
        </h2>
      </Top>
      {talk ? (
        <talk.Banner {...scene} texts={talk.texts} />
      ) : (
        <Notice {...scene} text={isIncomplete ? texts.loadFailed : ''} canRetry />
      )}
      <form
        class="home"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft('message').trim() !== '') actions.leaveMessage();
          else if (isSiteOpen || question !== '') actions.begin();
          else event.currentTarget.querySelector('textarea')?.focus();
        }}
      >
        <div class="body">
          <PromiseLine {...scene} />
          <label>
            <span class="ask">{texts.ask}</span>
            <input
              class="field first"
              type="text"
              enterkeyhint="go"
              autoComplete="off"
              placeholder={texts.askHint}
              maxLength={messageLength}
              value={draft('')}
              onInput={(event) => actions.setDraft('', event.currentTarget.value)}
              {...(searching && faq?.fieldProps(searching))}
            />
          </label>
          {searching && faq && <faq.Faq {...scene} finder={searching} texts={faq.texts} />}
          {!isSiteOpen && closed && <closed.Closed {...scene} texts={closed.texts} />}
          {mine ? <mine.Mine {...scene} texts={mine.texts} /> : <Bones {...scene} />}
        </div>
        <div class="foot">
          {question !== '' && <p class="hint">{fill(texts.carried, { text: question })}</p>}
          <button type="submit" class="button">
            {isSiteOpen && <Icon path={bubbleIcon} />}
            {isSiteOpen ? texts.writeToPerson : texts.leaveMessage}
          </button>
        </div>
      </form>
    </>
  );
}

/** It keeps its place while it is being computed. */
function PromiseLine(scene: Scene) {
  if (scene.isAsking && !scene.availability) {
    return (
      <p class="promise bones">
        <i />
        <span class="sr">{scene.texts.loading}</span>
      </p>
    );
  }
  const { presence, text, more } = promised(scene);
  const { closed } = scene.parts;
  return (
    <p class="promise">
      <i class={`dot ${presence}`} />
      <span>
        <span>{text}</span>
        {more !== '' && <b>{more}</b>}
        {closed && <closed.Holiday {...scene} texts={closed.texts} />}
      </span>
    </p>
  );
}

/** Somebody was here before, and it is not yet known what became of it. */
function Bones({ texts, model }: Scene) {
  if (model.isListed || (model.link !== 'connecting' && model.link !== 'lost')) return null;
  return (
    <div class="bones" aria-busy="true">
      <span class="sr">{texts.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
