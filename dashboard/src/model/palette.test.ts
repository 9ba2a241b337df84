import { expect, test } from 'vitest';
import { matching, ticketNumberIn } from './palette.ts';

const item = (name: string, hint = '', group = 'a') => ({ id: name, group, name, hint });
const names = (query: string, ...items: ReturnType<typeof item>[]) => matching(items, query).map(({ name }) => name);

test('every word counts, accents and case do not', () => {
  const items = [item('Óscar Benítez', 'Me habéis cobrado dos veces'), item('Lucía Ferrer', 'Sin internet')];
  expect(names('oscar', ...items)).toEqual(['Óscar Benítez']);
  expect(names('VECES benitez', ...items)).toEqual(['Óscar Benítez']);
  expect(names('oscar internet', ...items)).toEqual([]);
  expect(names('', ...items)).toHaveLength(2);
});

test('what begins with the words comes first, and no group takes all the room', () => {
  expect(names('sol', item('Resolver'), item('Sol Vidal'))).toEqual(['Sol Vidal', 'Resolver']);
  const many = Array.from({ length: 20 }, (_, number) => item(`Persona ${number}`));
  expect(names('', ...many, item('Ajustes', '', 'b'))).toHaveLength(7);
});

test.each([
  ['ven-1042', 'VEN', 'VEN-1042'],
  ['1042', 'VEN', 'VEN-1042'],
  ['1042', '', ''],
  ['router 1042', 'VEN', ''],
])('the ticket in %s', (query, prefix, number) => {
  expect(ticketNumberIn(query, prefix)).toBe(number);
});
