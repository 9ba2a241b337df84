import type { Agent, Invitation } from '@ventanilla/shared/entities/agent';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type Role, roles } from '@ventanilla/shared/vocabulary';
import { useEffect, useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PresenceDot, presenceOf } from '../../components/PresenceDot.tsx';
import { agentId, agents, isAdmin, notice, offlineSince, sites } from '../../desk.ts';
import { counted, sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { changeRow, removeRow } from '../../model/directory.ts';
import { momentInWords } from '../../time-words.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { SitesDialog, siteNames } from './SitesDialog.tsx';

/** Who answers here, who is here now, and who has been asked to come. */
export function TeamPage() {
  const [isInviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Agent | null>(null);
  const [moving, setMoving] = useState<Agent | null>(null);
  const [invitations, setInvitations] = useState<readonly Invitation[]>([]);
  const words = texts.value.team;
  const people = [...agents.value.values()].sort((a, b) => a.name.localeCompare(b.name));
  const here = people.filter((agent) => presenceOf(agent) === 'here').length;

  const load = async (): Promise<void> => {
    const answer = await call('invitation:list', {});
    if (answer.ok) setInvitations(answer.data.invitations);
  };
  useEffect(() => {
    if (isAdmin.value && offlineSince.value === 0) void load();
  }, [isAdmin.value, offlineSince.value, people.length]);

  const revoke = async (invitation: Invitation): Promise<void> => {
    const answer = await call('invitation:revoke', { invitationId: invitation.id });
    notice.value = answer.ok ? words.revoked : sentenceOf(answer.error);
    await load();
  };

  return (
    <div class="settings-page">
      <header class="settings-bar">
        <h1>{words.title}</h1>
        {isAdmin.value && (
          <button type="button" class="button primary" onClick={() => setInviting(true)}>
            <Icon name="plus" />
            {words.invite}
          </button>
        )}
      </header>
      <p class="plain">
        {counted(words.sentence, people.length)}{' '}
        {here === 0 ? words.nobodyHere : people.length > 1 && counted(words.hereNow, here)}
      </p>
      <table class="team">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.role}</th>
            {sites.value.size > 1 && (
              <th scope="col" class="sites-column">
                {words.sites}
              </th>
            )}
            {isAdmin.value && (
              <th scope="col">
                <span class="sr-only">{texts.value.common.more}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((agent) => (
            <PersonRow
              key={agent.id}
              agent={agent}
              onMove={() => setMoving(agent)}
              onRemove={() => setLeaving(agent)}
            />
          ))}
        </tbody>
      </table>
      {invitations.length > 0 && (
        <section class="invitations">
          <h2>{words.pending}</h2>
          <ul>
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <Icon name="mail" />
                <span class="grow">
                  <b>{invitation.name}</b> <span class="faint">{invitation.email}</span>
                </span>
                <span class="faint">
                  {fill(words.expires, { when: momentInWords(invitation.expiresAt, now.value) })}
                </span>
                <button
                  type="button"
                  class="button quiet small"
                  aria-label={fill(words.revoke, { name: invitation.name })}
                  onClick={() => void revoke(invitation)}
                >
                  {words.revokeShort}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isInviting && (
        <InviteDialog
          onClose={() => {
            setInviting(false);
            void load();
          }}
        />
      )}
      {moving && <SitesDialog agent={moving} onClose={() => setMoving(null)} />}
      {leaving && <RemoveDialog agent={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function PersonRow({ agent, onMove, onRemove }: { agent: Agent; onMove: () => void; onRemove: () => void }) {
  const { team: words, common, role: roleNames } = texts.value;
  const presence = presenceOf(agent);
  const isMe = agent.id === agentId.value;
  return (
    <tr>
      <td>
        <span class="who">
          <Avatar id={agent.id} name={agent.name} />
          <span>
            <b>{agent.name}</b> {isMe && <span class="faint">({common.you.toLocaleLowerCase()})</span>}
            <small>{agent.email}</small>
          </span>
        </span>
      </td>
      <td>
        <span class="presence-words">
          <PresenceDot state={presence} />
          {texts.value.presence[presence]}
        </span>
      </td>
      <td>
        {isAdmin.value ? (
          <select
            class="input role"
            aria-label={fill(words.roleOf, { name: agent.name })}
            value={agent.role}
            onChange={(event) => void setRole(agent, event.currentTarget)}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </select>
        ) : (
          roleNames[agent.role]
        )}
      </td>
      {sites.value.size > 1 && (
        <td class="sites-column faint">
          {siteNames(agent)}{' '}
          {isAdmin.value && (
            <button
              type="button"
              class="link"
              aria-label={fill(words.changeSites, { name: agent.name })}
              onClick={onMove}
            >
              {words.changeShort}
            </button>
          )}
        </td>
      )}
      {isAdmin.value && (
        <td class="row-acts">
          {!isMe && (
            <button
              type="button"
              class="button quiet icon-only"
              aria-label={fill(words.remove, { name: agent.name })}
              onClick={onRemove}
            >
              <Icon name="cross" />
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

/** A refusal (the last administrator, say) puts the old role back into the control. */
async function setRole(agent: Agent, control: HTMLSelectElement): Promise<void> {
  const role: Role = roles.find((known) => known === control.value) ?? agent.role;
  const answer = await call('agent:setRole', { agentId: agent.id, version: agent.version, role });
  if (answer.ok) {
    agents.value = changeRow(agents.value, answer.data.agent);
    notice.value = fill(texts.value.team.roleChanged, {
      name: agent.name,
      role: texts.value.role[role].toLocaleLowerCase(),
    });
    return;
  }
  control.value = agents.value.get(agent.id)?.role ?? agent.role;
  notice.value = sentenceOf(answer.error);
}

function RemoveDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const { team: words, common } = texts.value;
  const remove = async (): Promise<void> => {
    const answer = await call('agent:remove', { agentId: agent.id, version: agent.version });
    if (answer.ok) agents.value = removeRow(agents.value, agent.id);
    notice.value = answer.ok ? fill(words.removed, { name: agent.name }) : sentenceOf(answer.error);
    onClose();
  };
  return (
    <Dialog
      title={fill(words.removeTitle, { name: agent.name })}
      hint={words.removeHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" class="button danger" onClick={() => void remove()}>
            {common.remove}
          </button>
        </>
      }
    />
  );
}
