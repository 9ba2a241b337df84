import type { Entry } from '@ventanilla/shared/entities/entry';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { expect, it } from 'vitest';
import type { Model } from '../model/model.ts';
import { answered, talking } from '../testing/stage.tsx';
import { hasAnswer } from './badge.ts';

const waiting = talking();
const unheard: Model = { ...answered(), threads: {} };

it('an answer to what this page knows is news', () => {
  expect(hasAnswer(waiting, answered())).toBe(true);
});

it('what a page hears of a conversation for the first time is old', () => {
  expect(hasAnswer(unheard, answered())).toBe(false);
});

it('a line that leaves a gap is news once the gap is closed', () => {
  const heard: Model = { ...unheard, threads: { cnv_1: { entries: [], heardSeq: 2 } } };
  expect(hasAnswer(unheard, heard)).toBe(false);
  expect(hasAnswer(heard, answered())).toBe(true);
});

it('neither one’s own words, nor what was read elsewhere, nor what comes from earlier, are news', () => {
  const own = anEntry({ seq: 2, kind: 'message', authorKind: 'visitor' });
  expect(hasAnswer(waiting, talking({}, [...(waiting.threads.cnv_1?.entries ?? []), own]))).toBe(false);
  expect(hasAnswer(waiting, answered({ readSeq: 2 }))).toBe(false);
  const later: Entry = anEntry({ seq: 3, kind: 'message', authorKind: 'visitor' });
  const end: Model = { ...answered(), threads: { cnv_1: { entries: [later], heardSeq: 3 } } };
  const whole: Model = {
    ...answered(),
    threads: { cnv_1: { entries: [...(answered().threads.cnv_1?.entries ?? []), later], heardSeq: 3 } },
  };
  expect(hasAnswer(end, whole)).toBe(false);
});
