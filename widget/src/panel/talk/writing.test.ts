import { expect, it } from 'vitest';
import type { Connection } from '../../connection/connection.ts';
import { emptyModel } from '../../model/model.ts';
import { parts } from '../../testing/stage.tsx';
import { type Picked, pick } from '../files/picked.ts';
import { createWriting } from './writing.ts';

const photo = (name: string) => new File(['bytes'], name);

/** A new conversation's words and files, whose upload fails; `shown` is the conversation on screen. */
async function failing(shown: string) {
  const drafts = new Map([
    ['new', 'Mira la foto'],
    ['', 'Otra cosa'],
  ]);
  const picked = new Map<string, Picked[]>([['new', pick([], [photo('luz.png')])]]);
  let failed = () => {};
  const isOver = new Promise<void>((resolve) => {
    failed = resolve;
  });
  const connection = {
    model: () => emptyModel,
    request: async () => {
      throw new TypeError('no network');
    },
  } as unknown as Connection;
  const writing = createWriting({
    connection: () => connection,
    parts,
    need: async () => {},
    drafts,
    picked,
    draw: () => {
      const all = [...picked.values()].flat();
      if (all.every(({ problem, upload }) => problem !== '' && !upload)) setTimeout(failed);
    },
    isOnScreen: (key) => key === shown,
  });
  writing.send('new');
  await isOver;
  return { drafts, picked, writing };
}

it('[DL6] a file that could not be sent stays in its conversation while that is on screen', async () => {
  const { drafts, picked } = await failing('new');
  expect(picked.get('new')).toMatchObject([{ file: { name: 'luz.png' }, problem: 'unreachable' }]);
  expect(drafts.get('new')).toBe('Mira la foto');
});

it('[DL6] after the way back it goes along when they write again, with what was written in the meantime', async () => {
  const { drafts, picked, writing } = await failing('');
  expect(picked.get('')).toMatchObject([{ file: { name: 'luz.png' }, problem: 'unreachable' }]);
  expect(drafts.get('')).toBe('Otra cosa Mira la foto');
  writing.carry('', 'again');
  expect(picked.get('again')).toHaveLength(1);
  expect([...drafts]).toEqual([['again', 'Otra cosa Mira la foto']]);
});
