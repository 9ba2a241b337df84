import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import { firstSeq, lastSeq } from '@ventanilla/shared/state/thread';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { markRead } from '../../conversations.ts';
import { type Opened, outbox } from '../../desk.ts';
import { texts } from '../../language.ts';
import { unsentOf } from '../../model/outbox.ts';
import { isRead } from '../../model/read-mark.ts';
import { dayHeading } from '../../time-words.ts';
import { Bones } from '../Bones.tsx';
import { Icon } from '../Icon.tsx';
import { EarlierButton } from './EarlierButton.tsx';
import { EntryLine } from './EntryLine.tsx';
import { TypingLine } from './TypingLine.tsx';
import { UnsentLine } from './UnsentLine.tsx';

const nearEndPx = 80;

/** The words of a conversation, oldest first, and below them what has not left yet. It follows the end while the reader is there. */
export function ThreadView({
  opened,
  name,
  isWhole = false,
}: {
  opened: Opened | null;
  name: string;
  isWhole?: boolean;
}) {
  const scroll = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNewer, setNewer] = useState(false);
  const words = texts.value.conversation;
  const entries = opened?.thread.entries ?? [];
  const unsent = opened ? unsentOf(outbox.value, opened.id, entries) : [];
  const first = opened ? firstSeq(opened.thread) : 0;
  const last = opened ? lastSeq(opened.thread) : 0;

  useKeptPlace(scroll, first);
  useMarkRead(opened);
  const toEnd = (): void => {
    if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
    else setNewer(true);
  }, [last, unsent.length, opened?.detail === null]);

  const isOpen = Boolean(opened?.detail);
  useEffect(() => {
    // A picture that has come, a composer that grows: the end stays in sight.
    const sizes = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    for (const part of [scroll.current, scroll.current?.firstElementChild]) if (part) sizes.observe(part);
    return () => sizes.disconnect();
  }, [isOpen]);

  const follow = (): void => {
    const box = scroll.current;
    if (!box) return;
    isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEndPx;
    if (isAtEnd.current) setNewer(false);
  };

  if (!opened?.detail) {
    return (
      <div class={isWhole ? 'thread whole' : 'thread'}>
        <Bones rows={4} />
      </div>
    );
  }
  const { visitorReadSeq, requester } = opened.detail;
  return (
    <div class={isWhole ? 'thread whole' : 'thread'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div class="thread-scroll" ref={scroll} onScroll={follow} tabIndex={0} role="log" aria-label={words.messages}>
        <div class="entries">
          {first > 1 && <EarlierButton />}
          {entries.map((entry, index) => (
            <EntryWithDay
              key={entry.id}
              entry={entry}
              before={entries[index - 1]}
              name={name}
              requesterId={requester.id}
              isRead={isRead(entry, visitorReadSeq)}
            />
          ))}
          {unsent.map((item, index) => (
            <UnsentLine key={item.clientId} unsent={item} entries={entries} isFirst={index === 0} />
          ))}
          <TypingLine conversation={opened.detail} />
        </div>
      </div>
      {hasNewer && (
        <button type="button" class="button newest" onClick={toEnd}>
          <Icon name="down" />
          {words.newest}
        </button>
      )}
    </div>
  );
}

interface EntryWithDayProps {
  entry: AgentEntry;
  before: AgentEntry | undefined;
  name: string;
  requesterId: string;
  isRead: boolean;
}

function EntryWithDay({ entry, before, ...rest }: EntryWithDayProps) {
  const heading = dayHeading(entry.createdAt, now.value);
  const isNewDay = before === undefined || dayHeading(before.createdAt, now.value) !== heading;
  return (
    <>
      {isNewDay && <p class="day">{heading}</p>}
      <EntryLine entry={entry} isFollowing={!isNewDay && isSameTurn(before, entry)} {...rest} />
    </>
  );
}

const turnMs = 5 * 60 * 1000;

/** The same person going on: their name is not repeated. */
function isSameTurn(before: AgentEntry | undefined, entry: AgentEntry): boolean {
  return (
    before?.kind === 'message' &&
    entry.kind === 'message' &&
    before.authorKind === entry.authorKind &&
    before.authorId === entry.authorId &&
    entry.createdAt - before.createdAt < turnMs
  );
}

/** Earlier entries come in above what is being read, which stays where it is. */
function useKeptPlace(scroll: RefObject<HTMLDivElement | null>, first: number): void {
  const shown = useRef({ first, fromEnd: 0 });
  const box = scroller(scroll.current);
  // While drawing: the document still is as it was before.
  if (box && first < shown.current.first) shown.current.fromEnd = box.scrollHeight - box.scrollTop;
  useLayoutEffect(() => {
    const after = scroller(scroll.current);
    if (after && first > 0 && first < shown.current.first) after.scrollTop = after.scrollHeight - shown.current.fromEnd;
    shown.current.first = first;
  }, [first]);
}

/** On a ticket's page the whole column scrolls, or the whole page where it is narrow. */
function scroller(thread: HTMLDivElement | null): Element | null {
  const column = thread?.closest('.ticket-main');
  if (!column) return thread;
  return getComputedStyle(column).overflowY === 'visible' ? column.closest('.ticket-screen') : column;
}

/** DL8: read is what was on a screen that somebody looks at. */
function useMarkRead(opened: Opened | null): void {
  const id = opened?.id;
  const last = opened?.detail ? lastSeq(opened.thread) : 0;
  useEffect(() => {
    if (id === undefined || last === 0) return;
    const mark = (): void => {
      if (document.visibilityState === 'visible') markRead(id, last);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [id, last]);
}
