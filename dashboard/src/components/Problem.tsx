import { fill } from '@ventanilla/shared/i18n/fill';
import type { Failure } from '../connection/failure.ts';
import { sentenceOf, texts } from '../language.ts';
import { Blank } from './Blank.tsx';
import { Icon } from './Icon.tsx';

/** Something could not be shown: what was not lost, what to do, and the reference last and small. */
export function Problem(props: { title: string; failure: Failure; onRetry: () => void; isWholePage?: boolean }) {
  const { failure, onRetry } = props;
  const { common, problem } = texts.value;
  return (
    <Blank
      icon="alert"
      title={props.title}
      hint={sentenceOf(failure)}
      isProblem
      isWholePage={props.isWholePage === true}
    >
      <button type="button" class="button primary" onClick={onRetry}>
        <Icon name="refresh" />
        {common.retry}
      </button>
      {failure.requestId && failure.code !== 'internal' && (
        <small class="faint">{fill(problem.reference, { requestId: failure.requestId })}</small>
      )}
    </Blank>
  );
}
