import { fill } from '@ventanilla/shared/i18n/fill';
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
import { nameProblem, newPasswordProblem } from './check-input.ts';
import { Door } from './Door.tsx';
import { DoorForm } from './DoorForm.tsx';
import { secretInAddress, useLinkCheck } from './link-secret.ts';

/** A colleague who was invited chooses how to be called, and a password. */
export function JoinScreen() {
  const link = useLinkCheck<{ name: string; email: string }>('/api/v1/invitation/check');
  const words = texts.value.door;
  if (link.kind !== 'good') return <BadLink state={link} hint={words.badLinkJoin} />;
  return <JoinForm invited={link.data} />;
}

function JoinForm({ invited }: { invited: { name: string; email: string } }) {
  const { route } = useLocation();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const words = texts.value.door;
  const problems = { name: nameProblem(name), password: newPasswordProblem(password) };

  const accept = async (): Promise<Answer<unknown>> => {
    const made = await post('/api/v1/invitation/accept', { secret: secretInAddress(), name: name.trim(), password });
    if (!made.ok) return made;
    const entered = await signIn(invited.email, password);
    route(paths.inbox, true);
    return entered;
  };
  return (
    <Door title={fill(words.joinTitle, { name: invited.name })} hint={fill(words.joinHint, { email: invited.email })}>
      <DoorForm
        verb={words.join}
        busyVerb={words.creating}
        isComplete={!problems.name && !problems.password}
        onTry={() => setTried(true)}
        act={accept}
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
        <input type="email" autocomplete="username" value={invited.email} hidden readOnly />
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
