import { type FileRef, isShownInPlace } from '@ventanilla/shared/entities/file';
import { fill } from '@ventanilla/shared/i18n/fill';
import { useState } from 'preact/hooks';
import { addressOf } from '../../connection/upload.ts';
import { texts } from '../../language.ts';
import { sizeWords } from '../../size-words.ts';
import { Icon } from '../Icon.tsx';

/** The files of an entry: pictures small and in place, everything else by name, as a download. */
export function EntryFiles({ files }: { files: readonly FileRef[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label={texts.value.files.list}>
      {files.map((file) => (
        <li key={file.id}>{isShownInPlace(file) ? <Picture file={file} /> : <Download file={file} />}</li>
      ))}
    </ul>
  );
}

/** Its room is kept before the bytes are here; one that cannot be drawn is offered as a download. */
function Picture({ file }: { file: FileRef }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Download file={file} />;
  return (
    <a class="picture" href={addressOf(file.id)} target="_blank" rel="noopener noreferrer">
      <img
        src={addressOf(file.id)}
        alt={fill(texts.value.files.picture, { name: file.name })}
        width={file.width}
        height={file.height}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    </a>
  );
}

function Download({ file }: { file: FileRef }) {
  return (
    <a class="file" href={addressOf(file.id)} download={file.name}>
      <Icon name="page" size="large" />
      <span>
        <bdi class="file-name">{file.name}</bdi>
        <small>{sizeWords(file.sizeBytes)}</small>
      </span>
      <Icon name="download" />
    </a>
  );
}
