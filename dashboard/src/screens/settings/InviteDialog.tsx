import { fill } from '@ventanilla/shared/i18n/fill';
import type { SiteId } from '@ventanilla/shared/ids';
import { type Role, roles } from '@ventanilla/shared/vocabulary';
import { useId, useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { CopyLine } from '../../components/CopyLine.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { sites } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { momentInWords } from '../../time-words.ts';
import { looksLikeEmail } from '../door/check-input.ts';
import { SiteChecks } from './SiteChecks.tsx';

interface Made {
  name: string;
  link: string;
  expiresAt: number;
}

/** Asks for a colleague and hands out their link: once, here, because mail may not be set up. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [siteIds, setSiteIds] = useState<readonly SiteId[]>([...sites.value.values()].map(({ id }) => id));
  const [isTried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const { team: words, common, door, role: roleNames } = texts.value;

  const problems = {
    name: name.trim() === '' ? door.missing : '',
    email: looksLikeEmail(email) ? '' : door.badEmail,
    sites: siteIds.length === 0 ? words.chooseSite : '',
  };
  const invite = async (): Promise<void> => {
    setTried(true);
    if (problems.name || problems.email || problems.sites) return;
    const answer = await call('agent:invite', { name: name.trim(), email: email.trim(), role, siteIds: [...siteIds] });
    if (!answer.ok) setSaid(sentenceOf(answer.error));
    else setMade({ name: name.trim(), link: answer.data.link, expiresAt: answer.data.invitation.expiresAt });
  };

  if (made) {
    return (
      <Dialog
        key="made"
        title={fill(words.linkTitle, { name: made.name })}
        hint={fill(words.linkHint, { when: momentInWords(made.expiresAt, now.value) })}
        onClose={onClose}
        footer={
          <button type="button" class="button primary" onClick={onClose}>
            {words.done}
          </button>
        }
      >
        <CopyLine label={words.link} text={made.link} />
      </Dialog>
    );
  }
  return (
    <Dialog
      key="ask"
      title={words.inviteTitle}
      hint={words.inviteHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" form={formId} class="button primary">
            {words.createLink}
          </button>
        </>
      }
    >
      <form
        id={formId}
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <Field label={words.name} {...(isTried && problems.name && { problem: problems.name })}>
          {(tied) => <input {...tied} class="input" value={name} onInput={(e) => setName(e.currentTarget.value)} />}
        </Field>
        <Field label={words.email} {...(isTried && problems.email && { problem: problems.email })}>
          {(tied) => (
            <input
              {...tied}
              class="input"
              type="email"
              value={email}
              onInput={(e) => setEmail(e.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.role}>
          {(tied) => (
            <select
              {...tied}
              class="input"
              value={role}
              onChange={(e) => setRole(roles.find((known) => known === e.currentTarget.value) ?? 'agent')}
            >
              {roles.map((known) => (
                <option key={known} value={known}>
                  {roleNames[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {sites.value.size > 1 && (
          <SiteChecks chosen={siteIds} problem={isTried ? problems.sites : ''} onChange={setSiteIds} />
        )}
        {said && (
          <p class="field-note wrong" role="alert">
            {said}
          </p>
        )}
      </form>
    </Dialog>
  );
}
