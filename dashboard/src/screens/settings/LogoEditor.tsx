import { useRef, useState } from 'preact/hooks';
import { texts } from '../../language.ts';
import { asLogo } from '../../model/logo.ts';

interface LogoEditorProps {
  /** An address of it; '' for none. */
  logo: string;
  problem: string;
  onChange: (logo: string) => void;
}

/** The picture in the panel's top, in place of the name's first letters. It becomes small pixels here, before it is sent. */
export function LogoEditor({ logo, problem, onChange }: LogoEditorProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const words = texts.value.site;
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    await asLogo(file).then(
      (picture) => {
        setUnreadable(false);
        onChange(picture);
      },
      () => setUnreadable(true),
    );
  };
  const wrong = isUnreadable ? words.logoBad : problem;
  return (
    <fieldset class="logo-line">
      <legend>{words.logo}</legend>
      {logo !== '' && <img src={logo} alt={words.logoNow} width={40} height={40} />}
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        onChange={({ currentTarget }) => {
          void choose(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button" onClick={() => chooser.current?.click()}>
        {logo === '' ? words.logoChoose : words.logoChange}
      </button>
      {logo !== '' && (
        <button type="button" class="button quiet" onClick={() => onChange('')}>
          {words.logoRemove}
        </button>
      )}
      <p class={wrong ? 'field-note wrong' : 'field-note'} role={wrong ? 'alert' : undefined}>
        {wrong || words.logoHint}
      </p>
    </fieldset>
  );
}
