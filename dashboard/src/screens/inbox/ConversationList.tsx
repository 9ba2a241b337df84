import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ComponentChildren } from 'preact';
import { now } from '../../clock.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Icon } from '../../components/Icon.tsx';
import { nameOf } from '../../components/person-name.ts';
import { agentId, isInboxTruncated, sections } from '../../desk.ts';
import { isPaletteOpen } from '../../keys.ts';
import { texts } from '../../language.ts';
import { awaitsUs, holderOf, type InboxSections } from '../../model/inbox-sections.ts';
import { waitOf } from '../../model/waiting.ts';
import { paths } from '../../paths.ts';
import { lengthWords, moment } from '../../time-words.ts';

const filters = ['all', 'queue', 'mine', 'tickets'] as const;
type Filter = (typeof filters)[number];

const filter = signal<Filter>('all');

/** What the filter leaves of each section. */
const shown: ReadonlySignal<InboxSections> = computed(() => {
  const { queue, mine, nobodys, team } = sections.value;
  const nothing: InboxSections = { queue: [], mine: [], nobodys: [], team: [] };
  if (filter.value === 'queue') return { ...nothing, queue };
  if (filter.value === 'mine') return { ...nothing, mine };
  if (filter.value === 'tickets') return { ...nothing, mine: mine.filter(({ ticket }) => ticket !== null), nobodys };
  return { queue, mine, nobodys, team };
});

/** The rows of the list as they stand one below the other. */
export function shownRows(): ConversationSummary[] {
  const { queue, mine, nobodys, team } = shown.value;
  return [...queue, ...mine, ...nobodys, ...team];
}

export function ConversationList({ openId }: { openId: string | null }) {
  const words = texts.value.inbox;
  const Title = openId === null ? 'h1' : 'h2';
  const all = sections.value;
  const { queue, mine, nobodys, team } = shown.value;
  const counts: Record<Filter, number> = {
    all: all.queue.length + all.mine.length + all.nobodys.length + all.team.length,
    queue: all.queue.length,
    mine: all.mine.length,
    tickets: all.mine.filter(({ ticket }) => ticket !== null).length + all.nobodys.length,
  };
  const asks = (name: Filter): boolean => filter.value === 'all' || filter.value === name;
  return (
    <section class="list-pane" aria-label={words.list}>
      <header class="bar">
        <Title>{words.title}</Title>
        <span class="grow" />
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={words.search}
          title={`${words.search} (Ctrl K)`}
          onClick={() => {
            isPaletteOpen.value = true;
          }}
        >
          <Icon name="search" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of tabs everywhere. */}
      <div class="tabs" role="group" aria-label={words.filter}>
        {filters.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={filter.value === name}
            onClick={() => {
              filter.value = name;
            }}
          >
            {words[name]}
            <span>{counts[name]}</span>
          </button>
        ))}
      </div>
      <div class="list-scroll">
        {asks('queue') && (
          <Section title={words.queue} aside={queue.length > 1 ? words.oldestFirst : ''} rows={queue} openId={openId}>
            <b>{words.emptyQueue}</b>
            {words.emptyQueueHint}
          </Section>
        )}
        {(asks('mine') || mine.length > 0) && (
          <Section title={words.mine} aside={mine.length > 0 ? String(mine.length) : ''} rows={mine} openId={openId}>
            <b>{words.emptyMine}</b>
            {words.emptyMineHint}
          </Section>
        )}
        {(nobodys.length > 0 || filter.value === 'tickets') && (
          <Section title={words.nobodys} aside={String(nobodys.length)} rows={nobodys} openId={openId}>
            <b>{words.emptyNobodys}</b>
            {words.emptyNobodysHint}
          </Section>
        )}
        {team.length > 0 && <Section title={words.team} aside={String(team.length)} rows={team} openId={openId} />}
        {isInboxTruncated.value && <p class="group-empty">{words.truncated}</p>}
      </div>
    </section>
  );
}

interface SectionProps {
  title: string;
  aside: string;
  rows: ConversationSummary[];
  openId: string | null;
  children?: ComponentChildren;
}

/** With no rows it says so; a section without such words does not appear at all. */
function Section({ title, aside, rows, openId, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <h2 class="group">
        {title}
        <span>{aside}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="group-empty">{children}</p>
      ) : (
        <ul class="rows">
          {rows.map((conversation) => (
            <li key={conversation.id}>
              <ConversationRow conversation={conversation} isOpen={conversation.id === openId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ConversationRow({ conversation, isOpen }: { conversation: ConversationSummary; isOpen: boolean }) {
  const words = texts.value.inbox;
  const { requester, preview, lastAuthorKind } = conversation;
  const isMine = holderOf(conversation)?.id === agentId.value;
  const said = lastAuthorKind === 'agent' && isMine ? fill(words.you, { preview }) : preview;
  return (
    <a class="row" href={paths.conversation(conversation.id)} aria-current={isOpen ? 'true' : undefined}>
      <Avatar id={requester.id} name={requester.name || requester.email} />
      <span class="name one-line">{nameOf(requester)}</span>
      <WaitMark conversation={conversation} isMine={isMine} />
      <span class={awaitsUs(conversation) ? 'said one-line unread' : 'said one-line'}>
        {conversation.ticket && (
          <span class="number">
            <Icon name="ticket" size="small" />
            {conversation.ticket.number}
          </span>
        )}
        {said}
      </span>
    </a>
  );
}

/** The only coloured words of the list: whose turn it is, and for how long it has been. */
function WaitMark({ conversation, isMine }: { conversation: ConversationSummary; isMine: boolean }) {
  const words = texts.value.inbox;
  const { state, isFront, lastEntryAt, ticket } = conversation;
  const { ms, urgency } = waitOf(conversation, now.value);
  if (state === 'queued') {
    return (
      <span class={`wait ${urgency}`} title={isFront ? words.cameBack : undefined}>
        {urgency !== 'calm' && <i class="dot" />}
        {isFront && <Icon name="reply" size="small" isDirected />}
        {fill(words.waits, { time: lengthWords(ms) })}
      </span>
    );
  }
  if (isMine && awaitsUs(conversation)) {
    return (
      <span class={`wait ${urgency}`}>
        {urgency !== 'calm' && <i class="dot" />}
        {fill(words.ourTurn, { time: lengthWords(ms) })}
      </span>
    );
  }
  if (ticket && ticket.dueAt > 0 && holderOf(conversation) === null) {
    const left = ticket.dueAt - now.value;
    return (
      <span class={`wait ${left < 0 ? 'late' : 'calm'}`}>
        {left < 0 && <i class="dot" />}
        {fill(left < 0 ? words.overdue : words.dueIn, { time: lengthWords(Math.abs(left)) })}
      </span>
    );
  }
  const firstName = isMine ? '' : (holderOf(conversation)?.name.split(' ')[0] ?? '');
  return <span class="wait one-line">{[firstName, moment(lastEntryAt, now.value)].filter(Boolean).join(' · ')}</span>;
}
