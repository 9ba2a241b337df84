import type { Entry } from '@ventanilla/shared/entities/entry';
import { Avatar } from '../Avatar.tsx';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { checkIcon, checksIcon } from './icons.ts';
import { Said } from './Said.tsx';

type MessageProps = PartScene<'talk'> & { entry: Entry; isOwn: boolean; isRead: boolean; isLast: boolean };

/** A stored message; the last of a row says when, by whom, and whether it has been read. */
export function Message({ entry, isOwn, isRead, isLast, ...scene }: MessageProps) {
  const { texts, times } = scene;
  const { authorName, body, files, createdAt } = entry;
  const at = <time dateTime={new Date(createdAt).toISOString()}>{times.time(createdAt)}</time>;
  return (
    <div class={isOwn ? 'message own' : 'message'}>
      {!isOwn && (isLast ? <Avatar name={authorName} /> : <span class="avatar none" />)}
      <Said author={isOwn ? texts.you : authorName} body={body} files={files} isSent {...scene} />
      {isLast && (
        <p class="meta">
          {isOwn && <Icon path={isRead ? checksIcon : checkIcon} />}
          {!isOwn && <span aria-hidden="true">{authorName} · </span>}
          {at}
          {isOwn && ` · ${isRead ? texts.read : texts.sent}`}
        </p>
      )}
    </div>
  );
}
