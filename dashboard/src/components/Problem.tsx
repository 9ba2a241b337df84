import { fill } from '@ventanilla/shared/i18n/fill';
import type { Failure } from '../connection/failure.ts';
import { sentenceOf, texts } from '../language.ts';
import { Blank } from './Blank.tsx';
import { Icon } from './Icon.tsx';

/** Something could not be shown: what was not lost, what to do, and the reference last and small. */
export function Problem({ title, failure, onRetry }: { title: string; failure: Failure; onRetry: () => void }) {
  const { common, problem } = texts.value;
  return (
    <Blank icon="alert" title={title} hint={sentenceOf(failure)} isProblem>
      <button type="button" class="button primary" onClick={onRetry}>
        <Icon name="refresh" />
        {common.retry}
      </button>
      {failure.requestId && <small class="faint">{fill(problem.reference, { requestId: failure.requestId })}</small>}
    </Blank>
  );
}
