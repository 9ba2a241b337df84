import { Blank } from '../../components/Blank.tsx';
import type { Failure } from '../../connection/failure.ts';
import { sentenceOf, texts } from '../../language.ts';

/** The server does not want this page, and asking again would not change that. */
export function Refused({ failure }: { failure: Failure }) {
  const { frame, common } = texts.value;
  return (
    <main class="opening">
      <Blank icon="alert" title={frame.refused} hint={sentenceOf(failure)} isProblem isWholePage>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {common.reload}
        </button>
      </Blank>
    </main>
  );
}
