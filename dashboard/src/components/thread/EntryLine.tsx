import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import { fill } from '@ventanilla/shared/i18n/fill';
import { texts } from '../../language.ts';
import { clockTime } from '../../time-words.ts';
import { Avatar } from '../Avatar.tsx';
import { Icon } from '../Icon.tsx';
import { EntryFiles } from './EntryFiles.tsx';
import { SystemLine } from './SystemLine.tsx';
import { Words } from './Words.tsx';

interface EntryLineProps {
  entry: AgentEntry;
  /** What the visitor is called. */
  name: string;
  /** Whose colour is theirs on every screen. */
  requesterId: string;
  isRead: boolean;
  isFollowing: boolean;
}

/** One entry: a visitor's bubble, an agent's bubble, a note on yellow paper, or a line in words. */
export function EntryLine({ entry, name, requesterId, isRead, isFollowing }: EntryLineProps) {
  const words = texts.value.conversation;
  if (entry.kind === 'system' || (entry.kind === 'redaction' && entry.body === '')) return <SystemLine entry={entry} />;
  if (entry.kind === 'note') return <Note entry={entry} />;
  const isVisitor = entry.authorKind === 'visitor';
  const author = isVisitor ? entry.authorName || name : entry.authorName || words.assistant;
  return (
    <article class={`message ${isVisitor ? 'theirs' : 'ours'} ${isFollowing ? 'following' : ''}`}>
      <p class={isFollowing ? 'by sr-only' : 'by'}>
        <b>{author}</b> <time dateTime={isoOf(entry.createdAt)}>{clockTime(entry.createdAt)}</time>
        {!isVisitor && isRead && <span> · {words.read}</span>}
      </p>
      {isVisitor && !isFollowing && (
        <Avatar id={requesterId} name={author === texts.value.inbox.visitor ? '' : author} />
      )}
      {entry.body !== '' && (
        <p class="bubble">
          <Words text={entry.body} />
        </p>
      )}
      {entry.body === '' && entry.files.length === 0 && (
        <p class="bubble">
          <i>{words.redacted}</i>
        </p>
      )}
      <EntryFiles files={entry.files} />
    </article>
  );
}

function Note({ entry }: { entry: AgentEntry }) {
  const words = texts.value.conversation;
  return (
    <article class="note">
      <header>
        <Icon name="lock" />
        <b>{fill(words.noteBy, { name: entry.authorName })}</b>
        <span>{words.noteHint}</span>
        <time dateTime={isoOf(entry.createdAt)}>{clockTime(entry.createdAt)}</time>
      </header>
      {entry.body !== '' && (
        <p>
          <Words text={entry.body} />
        </p>
      )}
      <EntryFiles files={entry.files} />
    </article>
  );
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
