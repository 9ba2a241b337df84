import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import { fill } from '@ventanilla/shared/i18n/fill';
import { agentId } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { repliesSince, type Unsent } from '../../model/outbox.ts';
import { sizeWords } from '../../size-words.ts';
import { clockTime } from '../../time-words.ts';
import { sendAnyway, takeBack } from '../../writing.ts';
import { editAgain } from '../composer/edit-again.ts';
import { Icon } from '../Icon.tsx';
import { keptFocus } from '../kept-focus.ts';
import { EntryFiles } from './EntryFiles.tsx';

interface UnsentLineProps {
  unsent: Unsent;
  entries: readonly AgentEntry[];
  isFirst: boolean;
}

/** What has not left yet is an outline, never a filled bubble; what went wrong stands beside its way out. */
export function UnsentLine({ unsent, entries, isFirst }: UnsentLineProps) {
  if (unsent.state === 'conflict') return <Conflict unsent={unsent} entries={entries} />;
  const { common, composer } = texts.value;
  const isFailed = unsent.state === 'failed';
  return (
    <article class={`unsent is-${unsent.kind} ${unsent.state}`}>
      <p class="by">
        <b>{common.you}</b> <span>{stateWords(unsent, isFirst)}</span>
      </p>
      {unsent.body !== '' && (
        <p class="bubble">
          {unsent.kind === 'note' && <Icon name="lock" />}
          {unsent.body}
        </p>
      )}
      <FileNames unsent={unsent} />
      {isFailed && (
        <p class="ways-out">
          <button type="button" class="link" onClick={() => settle(() => sendAnyway(unsent, unsent.seenSeq))}>
            {composer.again}
          </button>
          <Edit unsent={unsent} />
          <Discard unsent={unsent} />
        </p>
      )}
    </article>
  );
}

function stateWords({ state, kind, failure }: Unsent, isFirst: boolean): string {
  const { composer } = texts.value;
  if (state === 'failed' && failure?.details?.['field'] === 'fileIds') return texts.value.files.gone;
  if (state === 'failed' && failure) {
    return fill(kind === 'note' ? composer.noteFailed : composer.failed, { sentence: sentenceOf(failure) });
  }
  if (state === 'waiting') return isFirst ? composer.waiting : composer.waitingTurn;
  return composer.sending;
}

/** CV6: what somebody else said in the meantime, then ours in full, then the choice. */
function Conflict({ unsent, entries }: { unsent: Unsent; entries: readonly AgentEntry[] }) {
  const { composer } = texts.value;
  const newer = repliesSince(entries, unsent.seenSeq, agentId.value);
  const first = newer[0];
  const title = first?.authorKind === 'visitor' ? composer.conflictVisitor : composer.conflict;
  const lastSeq = entries.at(-1)?.seq ?? unsent.seenSeq;
  return (
    <section class="conflict" role="alert">
      <h2>{first ? fill(title, { name: first.authorName }) : composer.sinceThen}</h2>
      <p>{composer.conflictHint}</p>
      <ul class="newer">
        {newer.map(({ id, authorName, createdAt, body, files }) => (
          <li key={id}>
            <b>{authorName}</b> <time dateTime={new Date(createdAt).toISOString()}>{clockTime(createdAt)}</time>
            {body !== '' && <p>{body}</p>}
            <EntryFiles files={files} />
          </li>
        ))}
      </ul>
      <h3>{composer.yours}</h3>
      {unsent.body !== '' && <p class="mine">{unsent.body}</p>}
      <FileNames unsent={unsent} />
      <p class="actions">
        <Discard unsent={unsent} />
        <span class="grow" />
        <Edit unsent={unsent} />
        <button type="button" class="button" onClick={() => settle(() => sendAnyway(unsent, lastSeq, 'note'))}>
          <Icon name="lock" />
          {composer.asNote}
        </button>
        <button type="button" class="button primary" onClick={() => settle(() => sendAnyway(unsent, lastSeq))}>
          {composer.sendAnyway}
        </button>
      </p>
    </section>
  );
}

/** They can be read only once an entry carries them. */
function FileNames({ unsent }: { unsent: Unsent }) {
  if (unsent.files.length === 0) return null;
  return (
    <ul class="files" aria-label={texts.value.files.list}>
      {unsent.files.map(({ id, name, sizeBytes }) => (
        <li key={id} class="file">
          <Icon name="clip" />
          <span>
            <bdi class="file-name">{name}</bdi>
            <small>{sizeWords(sizeBytes)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Edit({ unsent }: { unsent: Unsent }) {
  return (
    <button type="button" class="link" onClick={() => editAgain(unsent)}>
      {texts.value.composer.edit}
    </button>
  );
}

function Discard({ unsent }: { unsent: Unsent }) {
  return (
    <button type="button" class="link" onClick={() => settle(() => takeBack(unsent.clientId))}>
      {texts.value.composer.discard}
    </button>
  );
}

/** Its buttons go with it: whoever pressed one is among the messages. */
function settle(decide: () => void): void {
  const keepFocus = keptFocus('[role="log"]');
  decide();
  keepFocus();
}
