import { fill } from '@ventanilla/shared/i18n/fill';
import type { ConversationId } from '@ventanilla/shared/ids';
import { detach, tryAgain } from '../../attachments.ts';
import type { Failure } from '../../connection/failure.ts';
import { formatTag, sentenceOf, texts } from '../../language.ts';
import type { Attachment, Attachments } from '../../model/attachments.ts';
import { sizeWords } from '../../size-words.ts';
import { Icon } from '../Icon.tsx';

/** What will go with the message: seen, and taken away, before it is sent. */
export function AttachmentTray({ id, attachments }: { id: ConversationId; attachments: Attachments }) {
  if (attachments.length === 0) return null;
  return (
    <ul class="tray" aria-label={texts.value.files.list}>
      {attachments.map((attachment) => (
        <Item key={attachment.key} id={id} attachment={attachment} />
      ))}
    </ul>
  );
}

function Item({ id, attachment }: { id: ConversationId; attachment: Attachment }) {
  const words = texts.value.files;
  const { key, name, state, picture, share } = attachment;
  return (
    <li class={`attachment ${state}`}>
      {picture ? <img src={picture} alt="" /> : <Icon name="page" size="large" />}
      <span>
        <bdi class="file-name">{name}</bdi>
        <small role="status">{stateWords(attachment)}</small>
        {state === 'uploading' && <progress value={share} max={1} aria-label={fill(words.uploading, { name })} />}
      </span>
      {state === 'failed' && canTryAgain(attachment) && (
        <button type="button" class="button small" onClick={() => tryAgain(id, key)}>
          {texts.value.common.retry}
        </button>
      )}
      <button
        type="button"
        class="button quiet icon-only small"
        aria-label={fill(words.remove, { name })}
        onClick={() => detach(id, key)}
      >
        <Icon name="cross" />
      </button>
    </li>
  );
}

function stateWords({ state, sizeBytes, share, failure }: Attachment): string {
  if (state === 'failed' && failure) return failureWords(failure);
  if (state === 'ready') return sizeWords(sizeBytes);
  return new Intl.NumberFormat(formatTag.value, { style: 'percent' }).format(share);
}

function failureWords(failure: Failure): string {
  const words = texts.value.files;
  const { maxBytes, reason } = failure.details ?? {};
  if (failure.code === 'too_large' && typeof maxBytes === 'number')
    return fill(words.tooLarge, { max: sizeWords(maxBytes) });
  if (reason === 'empty') return words.empty;
  return failure.code === 'offline' || reason === 'interrupted' ? words.interrupted : sentenceOf(failure);
}

/** What the file itself is, does not change by sending it again. */
function canTryAgain({ failure }: Attachment): boolean {
  const reason = failure?.details?.['reason'];
  return failure?.code !== 'too_large' && failure?.code !== 'unsupported_type' && reason !== 'empty';
}
