import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { useEffect, useRef, useState } from 'preact/hooks';
import { agentId, offlineSince, opened } from '../../desk.ts';
import { type Draft, draftOf, keepDraft, noDraft } from '../../drafts.ts';
import { useKeys } from '../../keys.ts';
import { texts } from '../../language.ts';
import { isWritable } from '../../model/inbox-sections.ts';
import type { WritingKind } from '../../model/outbox.ts';
import { lastSeqOf } from '../../model/thread.ts';
import { tellRest, tellTyping } from '../../typing.ts';
import { write } from '../../writing.ts';
import { Icon } from '../Icon.tsx';
import { nameOf } from '../person-name.ts';
import { comingBack } from './edit-again.ts';

/** Where an agent writes: to the visitor, or on yellow paper to the team. What is in it survives reloads. */
export function Composer({ conversation }: { conversation: ConversationSummary }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(agentId.peek(), conversation.id));
  const field = useRef<HTMLTextAreaElement>(null);
  const words = texts.value.composer;
  const name = nameOf(conversation.requester);
  const canReply = isWritable(conversation);
  const kind: WritingKind = canReply ? draft.kind : 'note';
  const isNote = kind === 'note';

  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(agentId.value, conversation.id, next);
  };
  const type = (body: string): void => {
    const isBegun = draft.body !== '';
    change({ kind, body, seenSeq: isBegun ? draft.seenSeq : shownSeq(conversation.id) });
    if (!isNote && body.trim() !== '') tellTyping(conversation.id);
    else tellRest(conversation.id);
  };
  const turnTo = (next: WritingKind): void => {
    change({ ...draft, kind: next });
    if (next === 'note') tellRest(conversation.id);
    field.current?.focus();
  };

  useEffect(() => {
    const unsent = comingBack.value;
    if (unsent?.conversationId !== conversation.id) return;
    comingBack.value = null;
    const body = draft.body === '' ? unsent.body : `${unsent.body}\n\n${draft.body}`;
    change({ kind: unsent.kind, body, seenSeq: shownSeq(conversation.id) });
    field.current?.focus();
  }, [comingBack.value]);

  useEffect(() => {
    if (field.current) fitHeight(field.current);
  }, [draft.body, kind]);

  useEffect(() => () => tellRest(conversation.id), []);

  useKeys({ ...(canReply && { r: () => turnTo('message') }), n: () => turnTo('note') });

  const tooMany = draft.body.length - limits.messageLength;
  const isEmpty = draft.body.trim() === '';
  const send = (): void => {
    if (isEmpty || tooMany > 0) return;
    tellRest(conversation.id);
    write(conversation.id, kind, draft.body.trim(), draft.seenSeq);
    change({ ...noDraft, kind: 'message' });
    field.current?.focus();
  };

  return (
    <form
      class={isNote ? 'composer as-note' : 'composer'}
      aria-label={words.label}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="modes">
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons that are pressed in turn, not fields of a form. */}
        <div class="mode-buttons" role="group" aria-label={words.mode}>
          {canReply && (
            <button type="button" aria-pressed={!isNote} onClick={() => turnTo('message')}>
              <Icon name="reply" isDirected />
              {words.reply}
            </button>
          )}
          <button type="button" aria-pressed={isNote} onClick={() => turnTo('note')}>
            <Icon name="lock" />
            {words.note}
          </button>
        </div>
        <span class="to one-line">{destination(conversation, name, isNote, canReply)}</span>
      </div>
      <textarea
        ref={field}
        rows={2}
        aria-label={isNote ? words.note : words.reply}
        placeholder={isNote ? words.notePlaceholder : fill(words.replyPlaceholder, { name })}
        value={draft.body}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div class="tools">
        <span class="saved" role="status">
          {tooMany > 0 ? <b class="wrong">{fill(words.tooLong, { count: tooMany })}</b> : !isEmpty && words.draft}
        </span>
        <button type="submit" class="button primary send" aria-disabled={isEmpty || tooMany > 0}>
          {verb(conversation, isNote)}
          <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}

function destination({ channel }: ConversationSummary, name: string, isNote: boolean, canReply: boolean): string {
  const { composer, conversation } = texts.value;
  if (!canReply) return composer.ended;
  return isNote
    ? fill(composer.noteTo, { name })
    : fill(composer.replyTo, { name, channel: conversation.viaChannel[channel] });
}

/** A note has its own verb: sending one by mistake must be hard. */
function verb({ state }: ConversationSummary, isNote: boolean): string {
  const { composer } = texts.value;
  if (offlineSince.value !== 0) return composer.queueUp;
  if (isNote) return composer.saveNote;
  return state === 'queued' ? composer.takeAndSend : composer.send;
}

function shownSeq(conversationId: string): number {
  const current = opened.peek();
  return current?.id === conversationId ? lastSeqOf(current.thread) : 0;
}

const highest = 240;

/** Grows with its words up to a limit. Sizes set from code are not inline markup, so our own policy allows them. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, highest)}px`;
}
