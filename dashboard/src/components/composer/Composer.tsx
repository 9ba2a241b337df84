import { useSignal } from '@preact/signals';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { useEffect, useMemo, useRef } from 'preact/hooks';
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
  // A signal, so that a key pressed before the next paint finds the draft as it is and not as it was drawn.
  const draft = useSignal<Draft>(useMemo(() => draftOf(agentId.peek(), conversation.id), []));
  const field = useRef<HTMLTextAreaElement>(null);
  const words = texts.value.composer;
  const name = nameOf(conversation.requester);
  const canReply = isWritable(conversation);
  const kindNow = (): WritingKind => (canReply ? draft.value.kind : 'note');
  const isNote = kindNow() === 'note';

  const change = (next: Draft): void => {
    draft.value = next;
    keepDraft(agentId.value, conversation.id, next);
  };
  const type = (body: string): void => {
    const isBegun = draft.value.body !== '';
    change({ kind: kindNow(), body, seenSeq: isBegun ? draft.value.seenSeq : shownSeq(conversation.id) });
    if (kindNow() === 'message' && body.trim() !== '') tellTyping(conversation.id);
    else tellRest(conversation.id);
  };
  const turnTo = (next: WritingKind): void => {
    change({ ...draft.value, kind: next });
    if (next === 'note') tellRest(conversation.id);
    field.current?.focus();
  };

  useEffect(() => {
    const unsent = comingBack.value;
    if (unsent?.conversationId !== conversation.id) return;
    comingBack.value = null;
    const body = draft.value.body === '' ? unsent.body : `${unsent.body}\n\n${draft.value.body}`;
    change({ kind: unsent.kind, body, seenSeq: shownSeq(conversation.id) });
    field.current?.focus();
  }, [comingBack.value]);

  useEffect(() => {
    if (field.current) fitHeight(field.current);
  }, [draft.value.body, isNote]);

  useEffect(() => () => tellRest(conversation.id), []);

  useKeys({ ...(canReply && { r: () => turnTo('message') }), n: () => turnTo('note') });

  const tooMany = draft.value.body.length - limits.messageLength;
  const isEmpty = draft.value.body.trim() === '';
  const send = (): void => {
    const { body, seenSeq } = draft.value;
    if (body.trim() === '' || body.length > limits.messageLength) return;
    tellRest(conversation.id);
    write(conversation.id, kindNow(), body.trim(), seenSeq);
    // Whoever saved a note and types on is still talking to the team, not to the visitor.
    change({ ...noDraft, kind: kindNow() });
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
        value={draft.value.body}
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
