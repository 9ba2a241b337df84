import { useState } from 'preact/hooks';
import { sentenceOf, texts } from '../../language.ts';
import { showEarlier } from './show-earlier.ts';

/** The thread begins before what is shown: brings the page before. */
export function EarlierButton() {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const words = texts.value.conversation;
  const bring = async (): Promise<void> => {
    setBusy(true);
    const answer = await showEarlier();
    setSaid(answer.ok ? '' : sentenceOf(answer.error));
    setBusy(false);
  };
  return (
    <p class="earlier">
      <button type="button" class="button small" aria-disabled={isBusy} onClick={() => !isBusy && void bring()}>
        {isBusy ? words.bringingEarlier : words.earlier}
      </button>
      <span role="status" class="wrong">
        {said}
      </span>
    </p>
  );
}
