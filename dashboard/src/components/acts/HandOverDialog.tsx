import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { AgentId } from '@ventanilla/shared/ids';
import { useState } from 'preact/hooks';
import { actOn } from '../../conversations.ts';
import { agents, notice } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { holderOf } from '../../model/inbox-sections.ts';
import { Dialog } from '../Dialog.tsx';
import { keptFocus } from '../kept-focus.ts';
import { PickList } from '../PickList.tsx';
import { presenceOf } from '../PresenceDot.tsx';
import { nameOf } from '../person-name.ts';

/** To a colleague of the same site; those who are here come first. */
export function HandOverDialog({ conversation, onClose }: { conversation: ConversationSummary; onClose: () => void }) {
  const { common, presence, conversation: words } = texts.value;
  const holder = holderOf(conversation);
  const others = [...agents.value.values()]
    .filter(({ id, siteIds }) => id !== holder?.id && siteIds.includes(conversation.siteId))
    .sort((a, b) => Number(b.isOnline) - Number(a.isOnline) || a.name.localeCompare(b.name));
  const [toAgentId, setTo] = useState<AgentId | ''>(others[0]?.id ?? '');

  const handOver = async (): Promise<void> => {
    if (toAgentId === '') return;
    const keepFocus = keptFocus();
    onClose();
    const answer = await actOn('conversation:handOver', { conversationId: conversation.id, toAgentId });
    const name = agents.value.get(toAgentId)?.name ?? '';
    notice.value = answer.ok ? fill(words.handedOver, { name }) : sentenceOf(answer.error);
    keepFocus();
  };
  return (
    <Dialog
      title={fill(words.handOverTitle, { name: nameOf(conversation.requester) })}
      hint={others.length === 0 ? words.nobodyElse : words.handOverHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" class="button primary" disabled={toAgentId === ''} onClick={() => void handOver()}>
            {words.handOverAct}
          </button>
        </>
      }
    >
      <PickList
        label={words.handOverTo}
        chosen={toAgentId}
        onChoose={setTo}
        choices={others.map((agent) => ({ value: agent.id, name: agent.name, hint: presence[presenceOf(agent)] }))}
      />
    </Dialog>
  );
}
