// @vitest-environment happy-dom
import { texts as filesTexts } from '@ventanilla/shared/i18n/widget/files/es';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Model } from '../../model/model.ts';
import { asked, find, openStage, parts, type Stage, settle, talking } from '../../testing/stage.tsx';

let stage: Stage;

beforeEach(() => {
  stage = openStage();
});

import * as files from './Files.tsx';

describe('files', () => {
  const bill = {
    id: 'fil_1',
    name: 'factura.pdf',
    mime: 'application/pdf',
    sizeBytes: 84_000,
    width: 0,
    height: 0,
  } as const;
  const withFile = (body: string): Model => ({
    ...talking(),
    threads: { cnv_1: { entries: [{ ...asked(body), files: [bill] }], heardSeq: 1 } },
  });

  it('of a message are asked for by their part, and shown by name and size', () => {
    stage.show({ model: withFile('Mira'), parts: { ...parts, files: undefined } });
    expect(stage.wanted).toContain('files');
    stage.show({ model: withFile('Mira') });
    expect(find('.file').textContent).toBe('Guardar: factura.pdf84 kB');
    stage.show({ model: withFile('') });
    expect(document.querySelector('.bubble')).toBeNull();
    expect(find('.said').textContent).toBe('Tú: Guardar: factura.pdf84 kB');
  });

  it('are fetched when somebody wants them, and it is said when they cannot be had', async () => {
    stage.wishesComeTrue = false;
    stage.show({ model: withFile('Mira') });
    find('.file').click();
    await settle();
    expect(stage.did).toEqual(['fetch fil_1']);
    expect(find('[role="alert"]').textContent).toBe(filesTexts.notOpened);
  });

  it('that were chosen say why they will not go along, and can be taken away', () => {
    const file = (name: string, size: number) => Object.defineProperty(new File([], name), 'size', { value: size });
    stage.picked = files.pick([], [file('tele.mov', 84_000_000), file('vacío.txt', 0), file('luces.jpg', 1_200_000)]);
    stage.show({ model: talking() });
    expect([...document.querySelectorAll('.picked li')].map(({ textContent }) => textContent)).toEqual([
      'tele.mov84 MB; aquí caben 10,5 MB. Recórtalo o manda una foto.',
      'vacío.txtEstá vacío.',
      'luces.jpg1,2 MB',
    ]);
    find('[aria-label="Quitar vacío.txt"]').click();
    expect(stage.did).toEqual(['detach cnv_1 vacío.txt']);
  });

  it('can be pasted', () => {
    stage.show({ model: talking() });
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { files: [new File(['x'], 'captura.png')] } });
    find('textarea').dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    expect(stage.did).toEqual(['attach cnv_1 captura.png']);
  });
});
