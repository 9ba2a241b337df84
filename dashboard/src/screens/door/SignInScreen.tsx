import { useState } from 'preact/hooks';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { phase } from '../../desk.ts';
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

function Ended() {
  const state = phase.value;
  if (state.kind !== 'signedOut' || state.failure === null) return null;
  return (
    <p class="door-note" role="status">
      {state.failure.code === 'unauthenticated' ? texts.value.door.ended : sentenceOf(state.failure)}
    </p>
  );
}
