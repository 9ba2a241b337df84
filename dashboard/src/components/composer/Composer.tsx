import { useSignal } from '@preact/signals';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { lastSeq } from '@ventanilla/shared/state/thread';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { attach, attachmentsOf, putBack, recallFiles, takeReady } from '../../attachments.ts';
import { agentId, offlineSince, opened } from '../../desk.ts';
import { type Draft, draftOf, keepDraft, noDraft } from '../../drafts.ts';
import { useKeys } from '../../keys.ts';
import { texts } from '../../language.ts';
import { isWritable } from '../../model/inbox-sections.ts';
import type { WritingKind } from '../../model/outbox.ts';
import { isOnlyHere } from '../../only-here.ts';
import { sizeWords } from '../../size-words.ts';
import { tellRest, tellTyping } from '../../typing.ts';
import { write } from '../../writing.ts';
import { Icon } from '../Icon.tsx';
import { nameOf } from '../person-name.ts';
import { AttachmentTray } from './AttachmentTray.tsx';
import { comingBack } from './edit-again.ts';
import { callOff, sendWithFiles, waitsForFiles } from './send-with-files.ts';
import { useDroppedFiles } from './use-dropped-files.ts';

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
  const files = attachmentsOf(conversation.id);
  const [said, setSaid] = useState('');
  const picker = useRef<HTMLInputElement>(null);

  const change = (next: Draft): void => {
    callOff(conversation.id);
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
    if (unsent.failure?.code !== 'not_found') putBack(conversation.id, unsent.files);
    field.current?.focus();
  }, [comingBack.value]);

  useEffect(() => {
    if (field.current) fitHeight(field.current);
  }, [draft.value.body, isNote]);

  useEffect(() => {
    recallFiles(conversation.id);
    if (waitsForFiles(conversation.id)) sendWithFiles(conversation.id, send);
    return () => tellRest(conversation.id);
  }, []);

  const add = (chosen: readonly File[]): void => {
    const dropped = attach(conversation.id, conversation.siteId, chosen);
    setSaid(dropped > 0 ? fill(texts.value.files.tooMany, { count: limits.filesPerMessage }) : '');
    field.current?.focus();
  };
  const isHeldOver = useDroppedFiles(add);

  useKeys({ ...(canReply && { r: () => turnTo('message') }), n: () => turnTo('note') });

  const tooMany = draft.value.body.length - limits.messageLength;
  const isEmpty = draft.value.body.trim() === '' && files.length === 0;
  const hasFailed = files.some(({ state }) => state === 'failed');
  const send = (): void => {
    const { body, seenSeq } = draft.value;
    const states = attachmentsOf(conversation.id).map(({ state }) => state);
    if (body.length > limits.messageLength || states.includes('failed')) return;
    if (body.trim() === '' && states.length === 0) return;
    if (states.includes('uploading')) {
      sendWithFiles(conversation.id, send);
      return;
    }
    tellRest(conversation.id);
    write(conversation.id, {
      kind: kindNow(),
      body: body.trim(),
      files: takeReady(conversation.id),
      seenSeq: body === '' ? shownSeq(conversation.id) : seenSeq,
    });
    setSaid('');
    // Whoever saved a note and types on is still talking to the team, not to the visitor.
    change({ ...noDraft, kind: kindNow() });
    field.current?.focus();
  };

  return (
    <>
      {conversation.ticket?.status === 'closed' && <p class="next-step">{words.closed}</p>}
      <form
        class={`composer ${isNote ? 'as-note' : ''} ${isHeldOver ? 'held-over' : ''}`}
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
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            // A table copied from a spreadsheet comes with a picture of itself; its words are what is meant.
            if (pasted.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
            event.preventDefault();
            add(pasted);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              send();
            } else if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <AttachmentTray id={conversation.id} attachments={files} />
        <div class="tools">
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={texts.value.files.attach}
            title={fill(texts.value.files.attachHint, { max: sizeWords(limits.fileBytes) })}
            onClick={() => picker.current?.click()}
          >
            <Icon name="clip" />
          </button>
          <span class="saved" role="status">
            {tooMany > 0 ? (
              <b class="wrong">{fill(words.tooLong, { count: tooMany })}</b>
            ) : (
              said ||
              waitWords(hasFailed, waitsForFiles(conversation.id)) ||
              (!isEmpty && !isOnlyHere.value && words.draft)
            )}
          </span>
          <button type="submit" class="button primary send" aria-disabled={isEmpty || tooMany > 0 || hasFailed}>
            {verb(conversation, isNote)}
            <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </form>
    </>
  );
}

function destination(
  { channel, ticket }: ConversationSummary,
  name: string,
  isNote: boolean,
  canReply: boolean,
): string {
  const { composer, conversation } = texts.value;
  if (!canReply) return ticket?.status === 'closed' ? composer.notesOnly : composer.ended;
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

/** Why the message does not go yet. */
function waitWords(hasFailed: boolean, waits: boolean): string {
  const { files } = texts.value;
  return hasFailed ? files.removeFailed : waits ? files.goesWithFiles : '';
}

function shownSeq(conversationId: string): number {
  const current = opened.peek();
  return current?.id === conversationId ? lastSeq(current.thread) : 0;
}

const highest = 240;

/** Grows with its words up to a limit. Sizes set from code are not inline markup, so our own policy allows them. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, highest)}px`;
}
