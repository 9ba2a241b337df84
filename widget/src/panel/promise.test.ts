import { texts } from '@ventanilla/shared/i18n/widget/home/es';
import { anAvailability } from '@ventanilla/shared/testing/builders';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import { expect, it } from 'vitest';
import { promised } from './promise.ts';
import { createTimes } from './times.ts';

const now = new Date(2026, 10, 28, 14, 10).getTime();
const times = createTimes('es', ['es'], texts);

const here = anAvailability({ replyBy: now });

function said(availability: Partial<SiteAvailability> | undefined, isSiteOpen = true): string {
  const asked = availability && { ...here, ...availability };
  const { presence, text, more } = promised({ availability: asked, isSiteOpen, texts, times, now });
  return [presence, text, more].filter((word) => word !== '').join(' | ');
}

it('somebody is here: how long it takes is said once enough is known', () => {
  expect(said({})).toBe('on | Estamos aquí');
  expect(said({ typicalWaitMs: 95_000 })).toBe('on | Estamos aquí · solemos responder en 2 min');
  expect(said({ typicalWaitMs: 20_000 })).toBe('on | Estamos aquí · solemos responder en menos de un minuto');
});

it('others wait already: the place one would get', () => {
  expect(said({ queueLength: 2, typicalWaitMs: 95_000 })).toBe(
    'some | Ahora mismo no hay nadie libre | Serías el 3.º en la cola',
  );
});

it('nobody is here: a number instead of a promise', () => {
  expect(said({ hasAgent: false })).toBe('off | Ahora no hay nadie · escríbenos y te damos un número');
});

it('closed: when it opens, in the reader’s time', () => {
  const monday = new Date(2026, 10, 30, 9).getTime();
  expect(said({ isOpen: false, opensAt: monday })).toBe('off | Cerrado · abrimos el lunes a las 9:00, tu hora');
  expect(said({ isOpen: false })).toBe('off | Cerrado · escríbenos y te damos un número y un plazo');
});

it('what the server does not say is not promised', () => {
  expect(said(undefined)).toBe('off | Escríbenos · si no estamos, te damos un número');
  expect(said(undefined, false)).toBe('off | Cerrado · escríbenos y te damos un número y un plazo');
});
