import { bubbleIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';

/** On to a person, with what was asked. `about`: the words to begin with for who has typed nothing. */
export function AskPerson({ texts, draft, actions, isSiteOpen, about }: PartScene<'faq'> & { about: string }) {
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        if (draft('').trim() === '') actions.setDraft('', about);
        actions.begin();
      }}
    >
      <Icon path={bubbleIcon} />
      {isSiteOpen ? texts.writeToPerson : texts.leaveMessage}
    </button>
  );
}
