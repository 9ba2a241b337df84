import type { ComponentChildren } from 'preact';
import { areSingleKeysOn, isKeySheetOpen, turnSingleKeys } from '../keys.ts';
import { texts } from '../language.ts';
import { Dialog } from './Dialog.tsx';

/** Every key there is. */
export function KeySheet() {
  const { keys, common } = texts.value;
  const close = (): void => {
    isKeySheetOpen.value = false;
  };
  return (
    <Dialog
      title={keys.title}
      onClose={close}
      footer={
        <>
          <label class="check-line grow">
            <input
              type="checkbox"
              checked={areSingleKeysOn.value}
              onChange={(event) => turnSingleKeys(event.currentTarget.checked)}
            />
            {keys.single}
          </label>
          <button type="button" class="button" onClick={close}>
            {common.close}
          </button>
        </>
      }
    >
      <div class="key-sheet">
        <Section title={keys.move}>
          <Row label={keys.next} keys={['J', 'K']} />
          <Row label={keys.inbox} keys={['G', 'I']} />
          <Row label={keys.tickets} keys={['G', 'T']} />
          <Row label={keys.articles} keys={['G', 'K']} />
          <Row label={keys.settings} keys={['G', 'S']} />
        </Section>
        <Section title={keys.inConversation}>
          <Row label={keys.reply} keys={['R']} />
          <Row label={keys.note} keys={['N']} />
          <Row label={keys.resolve} keys={['E']} />
          <Row label={keys.handOver} keys={['A']} />
        </Section>
        <Section title={keys.writing}>
          <Row label={keys.send} keys={['Ctrl', '↵']} />
          <Row label={keys.leave} keys={['Esc']} />
        </Section>
        <Section title={keys.always}>
          <Row label={keys.palette} keys={['Ctrl', 'K']} />
          <Row label={keys.sheet} keys={['?']} />
        </Section>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ label, keys }: { label: string; keys: string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
