import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTyping } from './typing.ts';

let told: string[];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function create() {
  return createTyping<string>(
    (id, isTyping) => told.push(`${id} ${isTyping ? 'writes' : 'rests'}`),
    (id, name) => told.push(`${id} ${name}`),
  );
}

it('every key is a word to the desk at most every three seconds', () => {
  const { type } = create();
  for (let key = 0; key < 20; key++) {
    type('a');
    vi.advanceTimersByTime(500);
  }
  expect(told).toEqual(['a writes', 'a writes', 'a writes', 'a writes']);
});

it('a hand that rests is told once', () => {
  const { type } = create();
  type('a');
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['a writes', 'a rests']);
});

it('what was sent is no longer being written, and nobody who wrote nothing rests', () => {
  const { type, rest } = create();
  rest();
  type('a');
  rest();
  rest();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['a writes', 'a rests']);
});

it('another conversation is told at once', () => {
  const { type } = create();
  type('a');
  type('b');
  expect(told).toEqual(['a writes', 'b writes']);
});

it('whoever was writing and is not heard of any more has stopped', () => {
  const { hear } = create();
  hear('a', 'Marta');
  vi.advanceTimersByTime(5_000);
  hear('a', 'Marta');
  vi.advanceTimersByTime(7_000);
  expect(told).toEqual(['a Marta', 'a Marta']);
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)).toBe('a ');
  hear('a', '');
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(4);
});

it('stopped, it leaves no timer', () => {
  const { type, hear, stop } = create();
  type('a');
  hear('a', 'Marta');
  stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(told).toEqual(['a writes', 'a Marta', 'a rests']);
});
