import { fill } from '@ventanilla/shared/i18n/fill';
import { useState } from 'preact/hooks';
import { Field } from '../../components/Field.tsx';
import type { Answer } from '../../connection/failure.ts';
import { post } from '../../connection/http.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { emailProblem } from './check-input.ts';
import { Door } from './Door.tsx';
import { DoorForm } from './DoorForm.tsx';

/** Asks for a link by mail. The answer is the same whether or not there is such an account. */
export function ForgotScreen() {
  const [email, setEmail] = useState('');
  const [isTried, setTried] = useState(false);
  const [isSent, setSent] = useState(false);
  const words = texts.value.door;
  const problem = emailProblem(email);

  const ask = async (): Promise<Answer<unknown>> => {
    const answer = await post('/api/auth/request-password-reset', { email: email.trim(), redirectTo: paths.reset });
    if (answer.ok) setSent(true);
    return answer;
  };
  return (
    <Door title={words.forgotTitle} hint={isSent ? fill(words.sent, { email: email.trim() }) : words.forgotHint}>
      {!isSent && (
        <DoorForm
          verb={words.sendLink}
          busyVerb={words.sendLink}
          isComplete={problem === ''}
          onTry={() => setTried(true)}
          act={ask}
        >
          <Field label={words.email} {...(isTried && problem && { problem })}>
            {(tied) => (
              <input
                {...tied}
                class="input"
                type="email"
                autocomplete="username"
                value={email}
                onInput={(event) => setEmail(event.currentTarget.value)}
              />
            )}
          </Field>
        </DoorForm>
      )}
      <p class="door-more">
        <a class="link" href={paths.inbox}>
          {words.toSignIn}
        </a>
      </p>
    </Door>
  );
}
