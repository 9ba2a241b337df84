import { limits } from '@ventanilla/shared/limits';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import type { Answer } from '../../connection/failure.ts';
import { post } from '../../connection/http.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { signIn } from '../../session.ts';
import { BadLink } from './BadLink.tsx';
import { emailProblem, nameProblem, newPasswordProblem } from './check-input.ts';
import { Door } from './Door.tsx';
import { DoorForm } from './DoorForm.tsx';
import { secretInAddress, useLinkCheck } from './link-secret.ts';

/** The first account of an installation, by the link its server wrote on the console. */
export function SetupScreen() {
  const { route } = useLocation();
  const link = useLinkCheck('/api/v1/setup/check');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const words = texts.value.door;
  if (link.kind !== 'good') return <BadLink state={link} hint={words.badLinkSetup} />;

  const problems = { name: nameProblem(name), email: emailProblem(email), password: newPasswordProblem(password) };
  const complete = async (): Promise<Answer<unknown>> => {
    const made = await post('/api/v1/setup/complete', {
      secret: secretInAddress(),
      name: name.trim(),
      email: email.trim(),
      password,
    });
    if (!made.ok) return made;
    const entered = await signIn(email.trim(), password);
    route(paths.inbox, true);
    return entered;
  };
  return (
    <Door title={words.setupTitle} hint={words.setupHint}>
      <DoorForm
        verb={words.createAccount}
        busyVerb={words.creating}
        isComplete={!problems.name && !problems.email && !problems.password}
        onTry={() => setTried(true)}
        act={complete}
      >
        <Field label={words.name} hint={words.nameHint} {...(isTried && problems.name && { problem: problems.name })}>
          {(tied) => (
            <input
              {...tied}
              class="input"
              autocomplete="name"
              maxLength={limits.nameLength}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.email} {...(isTried && problems.email && { problem: problems.email })}>
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
          isNew
          {...(isTried && problems.password && { problem: problems.password })}
        />
      </DoorForm>
      <p class="door-more faint">{words.linkOnce}</p>
    </Door>
  );
}
