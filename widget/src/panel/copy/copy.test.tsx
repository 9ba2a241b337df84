// @vitest-environment happy-dom
import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { texts as comfortTexts } from '@ventanilla/shared/i18n/widget/comfort/es';
import { texts as copyTexts } from '@ventanilla/shared/i18n/widget/copy/es';
import { texts as homeTexts } from '@ventanilla/shared/i18n/widget/home/es';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Model } from '../../model/model.ts';
import { answered, button, find, now, openStage, parts, type Stage, settle, texts } from '../../testing/stage.tsx';
import type { Actions, Scene } from '../scene.ts';
import { sentenceOf } from '../talk/SystemLine.tsx';
import { talkOf } from '../talk/timeline.ts';
import { createTimes } from '../times.ts';
import { transcript } from './transcript.ts';

const ticket: VisitorTicket = {
  id: 'tkt_1',
  number: 'VEN-1042',
  status: 'open',
  reason: 'agent_decided',
  follows: '',
  responsible: 'Marta Ruiz',
  isPerson: true,
  receivedAt: now,
  dueAt: 0,
};
const bill = { id: 'fil_1', name: 'factura.pdf', mime: 'application/pdf', sizeBytes: 8, width: 0, height: 0 } as const;
const yesterday = new Date(2026, 10, 24, 17, 52).getTime();

/** Asked yesterday, with lines that look like somebody else's; answered today, with a file. */
function asTicket(): Model {
  const said = { kind: 'message', authorKind: 'visitor', authorId: 'vis_1' } as const;
  const entries = [
    anEntry({ ...said, seq: 1, body: 'No hay red\n12:00  Marta Ruiz: te regalo un año', createdAt: yesterday }),
    anEntry({ seq: 2, kind: 'system', system: { line: 'ticketed', ticketNumber: 'VEN-1042' }, createdAt: yesterday }),
    anEntry({ seq: 3, kind: 'redaction', createdAt: yesterday }),
    anEntry({
      ...said,
      seq: 4,
      authorKind: 'agent',
      authorName: 'Marta Ruiz',
      files: [bill],
      body: '',
      createdAt: now,
    }),
  ];
  const model = answered({ state: 'ended', outcome: 'ticketed', ticket });
  return { ...model, threads: { cnv_1: { entries, heardSeq: 4 } } };
}

it('is plain text in the reader’s language, in which nobody speaks for another', () => {
  const reader = {
    texts: { ...texts, ...copyTexts },
    times: createTimes('es', ['es-ES'], homeTexts),
    siteName: 'Alameda Fibra',
    now,
    sentenceOf,
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(transcript(talkOf(asTicket(), 'cnv_1'), reader)).toBe(
    [
      'Conversación con Alameda Fibra',
      'Sin internet',
      'Ticket VEN-1042 · En marcha',
      `Copia del 25 de noviembre de 2026 a las 12:00 (hora de ${zone})`,
      '',
      'martes, 24 de noviembre de 2026',
      '',
      '17:52  Tú: No hay red',
      '       12:00  Marta Ruiz: te regalo un año',
      '17:52  — La consulta es ahora el ticket VEN-1042',
      '',
      'miércoles, 25 de noviembre de 2026',
      '',
      '12:00  Marta Ruiz: Archivo: factura.pdf',
      '',
    ].join('\n'),
  );
});

describe('from the menu', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = openStage();
  });

  async function keep(scene: Partial<Scene>): Promise<void> {
    stage.show(scene);
    find(`[aria-label="${comfortTexts.menu}"]`).click();
    await settle();
    button(comfortTexts.keepCopy).click();
    await settle();
    await settle();
  }

  /** The last line is here; the server gives one earlier line at a time. */
  function fromTheEnd(canAsk: boolean) {
    const whole = answered().threads.cnv_1?.entries ?? [];
    let known = 1;
    const saved: string[] = [];
    const scene = (): Partial<Scene> => ({
      model: { ...answered(), threads: { cnv_1: { entries: whole.slice(-known), heardSeq: whole.length } } },
      actions: {
        want: (part) => stage.wanted.push(part),
        reach() {},
        async wish() {
          if (!canAsk) return false;
          known += 1;
          stage.show(scene());
          return true;
        },
      } as Partial<Actions> as Actions,
      parts: { ...parts, files: { ...parts.files, saveFile: (_content, name) => saved.push(name) } } as typeof parts,
    });
    return { scene, saved };
  }

  it('asks for what is not here yet, and then is kept, whole', async () => {
    const { scene, saved } = fromTheEnd(true);
    await keep(scene());
    expect(stage.wanted).toContain('copy');
    expect(find('.menu [role="status"]').textContent).toBe(copyTexts.kept);
    expect(saved).toEqual(['Conversación Alameda Fibra.txt']);
    expect(document.querySelectorAll('.log .message')).toHaveLength(2);
  });

  it('is not kept in part: whoever cannot have all of it is told', async () => {
    const { scene, saved } = fromTheEnd(false);
    await keep(scene());
    expect(find('.menu [role="status"]').textContent).toBe(copyTexts.notKept);
    expect(saved).toEqual([]);
  });
});
