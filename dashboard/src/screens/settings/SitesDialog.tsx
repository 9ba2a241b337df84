import type { Agent } from '@ventanilla/shared/entities/agent';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { SiteId } from '@ventanilla/shared/ids';
import { useState } from 'preact/hooks';
import { Dialog } from '../../components/Dialog.tsx';
import { agents, notice, sites } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { changeRow } from '../../model/directory.ts';
import { SiteChecks } from './SiteChecks.tsx';

/** Which sites a colleague answers for. */
export function SitesDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const [siteIds, setSiteIds] = useState<readonly SiteId[]>(agent.siteIds.filter((id) => sites.value.has(id)));
  const [said, setSaid] = useState('');
  const { team: words, common } = texts.value;
  const { name } = agent;

  const save = async (): Promise<void> => {
    if (siteIds.length === 0) return;
    const answer = await call('agent:setSites', { agentId: agent.id, version: agent.version, siteIds: [...siteIds] });
    if (!answer.ok) return setSaid(sentenceOf(answer.error));
    agents.value = changeRow(agents.value, answer.data.agent);
    notice.value = fill(words.sitesChanged, { name, sites: siteNames(answer.data.agent) });
    onClose();
  };
  return (
    <Dialog
      title={fill(words.sitesTitle, { name })}
      hint={words.sitesHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" class="button primary" onClick={() => void save()}>
            {common.save}
          </button>
        </>
      }
    >
      <SiteChecks chosen={siteIds} problem={siteIds.length === 0 ? words.chooseSite : ''} onChange={setSiteIds} />
      {said && (
        <p class="field-note wrong" role="alert">
          {said}
        </p>
      )}
    </Dialog>
  );
}

export function siteNames({ siteIds }: Agent): string {
  if (siteIds.length >= sites.value.size) return texts.value.team.allSites;
  return siteIds.flatMap((id) => sites.value.get(id)?.name ?? []).join(', ');
}
