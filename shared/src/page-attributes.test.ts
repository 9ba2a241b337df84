import { expect, it } from 'vitest';
import { limits } from './limits.ts';
import { arePageAttributes } from './page-attributes.ts';

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, i]));

it.each([
  {},
  { plan: 'Fibra 600', 'número de pedido': 4_711, isCustomer: false, saldo: -12.5, nota: '' },
  many(limits.attributesPerConversation),
  { ['n'.repeat(limits.attributeNameLength)]: 'x'.repeat(limits.attributeTextLength) },
])('takes %j', (given) => {
  expect(arePageAttributes(given)).toBe(true);
});

it.each([
  many(limits.attributesPerConversation + 1),
  { '': 'x' },
  { '  ': 'x' },
  { ['n'.repeat(limits.attributeNameLength + 1)]: 'x' },
  { plan: 'x'.repeat(limits.attributeTextLength + 1) },
  { plan: 'two\nlines' },
  { 'two\nlines': 'x' },
  { plan: '\ud800' },
  { plan: 'nul\u0000' },
  { plan: null },
  { plan: undefined },
  { plan: { name: 'Fibra' } },
  { plan: ['Fibra'] },
  { saldo: Number.NaN },
  { saldo: Number.POSITIVE_INFINITY },
])('does not take %j', (given) => {
  expect(arePageAttributes(given)).toBe(false);
});
