import { type FileRef, isShownInPlace } from '@ventanilla/shared/entities/file';
import { fill } from '@ventanilla/shared/i18n/fill';
import { fileBytes, filesPerMessage } from '@ventanilla/shared/limits';
import { Component } from 'preact';
import { closeIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { DropHint } from './DropHint.tsx';
import css from './files.css?inline';
import { giveBack } from './give-back.ts';
import { fileIcon, Picture } from './Picture.tsx';
import { canSend, type Picked, pick, uploadAll } from './picked.ts';
import { saveFile } from './save-file.ts';
import { fitInto, sizeWords } from './sizes.ts';

export { canSend, DropHint, giveBack, pick, saveFile, uploadAll };

export const styles: string = css;

const frame = { width: 264, height: 200 };
const thumb = 44;

type FileProps = PartScene<'files'> & { file: FileRef };

/** The files of a message: a picture in its place, and everything by its name and size, to be saved. */
export function Files({ files, isSent, ...scene }: PartScene<'files'> & { files: FileRef[]; isSent: boolean }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>{isSent ? <SentFile file={file} {...scene} /> : <Named file={file} {...scene} />}</li>
      ))}
    </ul>
  );
}

class SentFile extends Component<FileProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  async save(): Promise<void> {
    const { file, actions } = this.props;
    try {
      saveFile(await actions.fetchFile(file.id), file.name);
      this.setState({ hasFailed: false });
    } catch {
      this.setState({ hasFailed: true });
    }
  }

  render() {
    const { file, texts, actions } = this.props;
    return (
      <button type="button" class="file" onClick={() => void this.save()}>
        <span class="sr">{texts.save}: </span>
        {isShownInPlace(file) && <Picture {...fitInto(file, frame)} load={() => actions.fetchFile(file.id)} />}
        <Named {...this.props} />
        {this.state.hasFailed && (
          <span class="failure" role="alert">
            {texts.notOpened}
          </span>
        )}
      </button>
    );
  }
}

function Named({ file, times }: FileProps) {
  return (
    <span class="named">
      {!isShownInPlace(file) && <Icon path={fileIcon} />}
      <span class="name">
        <bdi>{file.name}</bdi>
      </span>
      <small>{sizeWords(file.sizeBytes, times.language)}</small>
    </span>
  );
}

/** What goes along with the words that are being written. */
export function PickedFiles({
  list,
  onRemove,
  ...scene
}: PartScene<'files'> & { list: Picked[]; onRemove(one: Picked): void }) {
  const { texts, times } = scene;
  return (
    <ul class="picked" aria-label={texts.files}>
      {list.map((one) => (
        <li key={one} class={one.problem === '' ? '' : 'bad'}>
          <span class="thumb">
            {one.file.type.startsWith('image/') && one.problem === '' ? (
              <Picture width={thumb} height={thumb} load={async () => one.file} />
            ) : (
              <Icon path={fileIcon} />
            )}
          </span>
          <span class="grow">
            <span class="name">
              <bdi>{one.file.name}</bdi>
            </span>
            <small>{stateOf(one, texts, times.language)}</small>
          </span>
          <button
            type="button"
            class="tool"
            aria-label={fill(texts.remove, { name: one.file.name })}
            onClick={() => onRemove(one)}
          >
            <Icon path={closeIcon} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateOf({ file, problem, upload }: Picked, texts: PartScene<'files'>['texts'], language: string): string {
  if (upload) return texts.uploading;
  const size = sizeWords(file.size, language);
  return problem === ''
    ? size
    : fill(texts.problem[problem], { size, max: sizeWords(fileBytes, language), count: filesPerMessage });
}
