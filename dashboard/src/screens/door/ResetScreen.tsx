import { useState } from 'preact/hooks';
import { PasswordField } from '../../components/PasswordField.tsx';
import type { Answer } from '../../connection/failure.ts';
import { post } from '../../connection/http.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { newPasswordProblem } from './check-input.ts';
import { Door } from './Door.tsx';
import { DoorForm } from './DoorForm.tsx';
import { secretInAddress } from './link-secret.ts';

type Step = 'asking' | 'done' | 'badLink';

/** Trades the link from the mail for a new password; every other session of this account ends. */
export function ResetScreen() {
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [step, setStep] = useState<Step>(secretInAddress() === '' ? 'badLink' : 'asking');
  const words = texts.value.door;
  const problem = newPasswordProblem(password);

  const reset = async (): Promise<Answer<unknown>> => {
    const answer = await post('/api/auth/reset-password', { newPassword: password, token: secretInAddress() });
    if (answer.ok) setStep('done');
    else if (answer.error.code === 'link_expired') setStep('badLink');
    return answer;
  };
  if (step === 'badLink') {
    return (
      <Door title={words.badLink} hint={words.badLinkReset}>
        <a class="button primary large" href={paths.forgot}>
          {words.sendLink}
        </a>
      </Door>
    );
  }
  if (step === 'done') {
    return (
      <Door title={words.resetDone}>
        <a class="button primary large" href={paths.inbox}>
          {words.toSignIn}
        </a>
      </Door>
    );
  }
  return (
    <Door title={words.resetTitle} hint={words.resetHint}>
      <DoorForm
        verb={words.reset}
        busyVerb={texts.value.common.saving}
        isComplete={problem === ''}
        onTry={() => setTried(true)}
        act={reset}
      >
        <PasswordField
          label={words.newPassword}
          value={password}
          onInput={setPassword}
          isNew
          {...(isTried && problem && { problem })}
        />
      </DoorForm>
    </Door>
  );
}
