import { describe, expect, it } from 'vitest';
import { areAllIn, isAnyIn, readQuestion } from './question.ts';
import { spanish } from './spanish.ts';

describe('[KB2] a short question', () => {
  const texts = ['La luz LOS del router está en rojo', 'no llega señal por la fibra', 'Saca el cable y espera.'];
  it.each([
    ['router', true],
    ['el ROUTER rojo', true],
    ['routers rojas', true],
    ['ruter', true],
    ['fibras esperando', true],
    ['router factura', false],
    ['luz roja', true],
    ['lus', false],
    ['el la de', false],
    ['', false],
  ])('%s', (query, wanted) => {
    expect(areAllIn(texts, readQuestion(query, false, spanish))).toBe(wanted);
  });

  it('may be half typed', () => {
    expect(areAllIn(texts, readQuestion('router se', true, spanish))).toBe(true);
    expect(areAllIn(texts, readQuestion('se router', false, spanish))).toBe(true);
    expect(areAllIn(texts, readQuestion('router seq', true, spanish))).toBe(false);
    expect(areAllIn(texts, readQuestion('señ router', true, spanish))).toBe(false);
  });
});

it.each([
  ['router factura', true],
  ['la luz de la nevera', true],
  ['el control de la casa', false],
  ['', false],
])('[KB2] “%s” has a telling word in common: %s', (query, wanted) => {
  const texts = ['La luz LOS del router está en rojo', 'no llega señal por la fibra'];
  expect(isAnyIn(texts, readQuestion(query, false, spanish))).toBe(wanted);
});
