import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { phase } from '../../desk.ts';
import { unsentCount } from '../../drafts.ts';
import { sentenceOf, texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { signIn } from '../../session.ts';
import { emailProblem } from './check-input.ts';
import { Door } from './Door.tsx';
import { DoorForm } from './DoorForm.tsx';

/** Address and password. Where the reader wanted to go stays in the address bar. */
export function SignInScreen() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const words = texts.value.door;
  const wrongEmail = isTried ? emailProblem(email) : '';
  const wrongPassword = isTried && password === '' ? words.missing : '';
  return (
    <Door title={words.signInTitle}>
      <Ended />
      <DoorForm
        verb={words.signIn}
        busyVerb={words.signingIn}
        isComplete={emailProblem(email) === '' && password !== ''}
        onTry={() => setTried(true)}
        act={() => signIn(email.trim(), password)}
      >
        <Field label={words.email} {...(wrongEmail && { problem: wrongEmail })}>
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
        <PasswordField
          label={words.password}
          value={password}
          onInput={setPassword}
          isNew={false}
          {...(wrongPassword && { problem: wrongPassword })}
        />
      </DoorForm>
      <p class="door-more">
        <a class="link" href={paths.forgot}>
          {words.forgot}
        </a>
      </p>
    </Door>
  );
}

/** Somebody who signs out in another tab deletes their drafts there, perhaps after this was drawn. */
function Ended() {
  const [, lookAgain] = useState(0);
  useEffect(() => {
    const look = (): void => lookAgain((times) => times + 1);
    addEventListener('storage', look);
    return () => removeEventListener('storage', look);
  }, []);
  const state = phase.value;
  if (state.kind !== 'signedOut' || state.failure === null) return null;
  const { ended, endedUnsent } = texts.value.door;
  const sessionWords = unsentCount(state.agentId) > 0 ? endedUnsent : ended;
  return (
    <p class="door-note" role="status">
      {state.failure.code === 'unauthenticated' ? sessionWords : sentenceOf(state.failure)}
    </p>
  );
}
