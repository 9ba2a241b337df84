// @vitest-environment happy-dom
import { anAvailability } from '@ventanilla/shared/testing/builders';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import { beforeEach, expect, it } from 'vitest';
import { find, now, openStage, parts, press, type Stage, settle, talking } from '../../testing/stage.tsx';

let stage: Stage;
/** Each test has a notice that nobody has put away. */
let changedAt = now;
beforeEach(() => {
  stage = openStage();
  changedAt += 1_000;
});

function told(es: string, en = ''): SiteAvailability {
  return anAvailability({ incident: { texts: { es, en }, changedAt } });
}

const notice = () => document.querySelector('.incident');

it('the first line is its title, and it says since when', async () => {
  stage.show({ screen: { name: 'home' }, availability: told('Corte en Benimaclet\nUna obra ha cortado el cable.') });
  await settle();
  expect(find('.incident strong').textContent).toBe('Corte en Benimaclet');
  expect(find('.incident .words').textContent).toBe('Una obra ha cortado el cable.');
  expect(find('.incident .since').textContent).toBe('Actualizado hoy a las 12:00');
  expect(notice()?.closest('[role="status"]')).not.toBeNull();
});

it('stands in a conversation as well; in a language without words it borrows the other’s', async () => {
  stage.show({ model: talking(), availability: told('', 'Cut in Benimaclet') });
  await settle();
  expect(notice()?.textContent).toContain('Cut in Benimaclet');
});

it('is text, whatever it looks like', async () => {
  stage.show({ screen: { name: 'home' }, availability: told('<img src=x onerror=alert(1)>') });
  await settle();
  expect(document.querySelector('.incident img')).toBeNull();
  expect(notice()?.textContent).toContain('<img src=x onerror=alert(1)>');
});

it('put away it stays away on every screen, until there is a newer one', async () => {
  const availability = told('Corte en Benimaclet');
  stage.show({ screen: { name: 'home' }, availability });
  await settle();
  find('.incident button').click();
  await settle();
  expect(notice()).toBeNull();
  stage.show({ model: talking(), availability });
  await settle();
  expect(notice()).toBeNull();
  changedAt += 1;
  stage.show({ model: talking(), availability: told('Corte en Benimaclet y en Algirós') });
  await settle();
  expect(notice()?.textContent).toContain('Algirós');
});

it('says nothing once it is over, or where its part has not arrived', async () => {
  stage.show({ screen: { name: 'home' }, availability: anAvailability() });
  await settle();
  expect(notice()).toBeNull();
  stage.show({ screen: { name: 'home' }, availability: told('Corte'), parts: { ...parts, incident: undefined } });
  await settle();
  expect(notice()).toBeNull();
});

it('Escape closes the panel, not the notice', async () => {
  stage.show({ screen: { name: 'home' }, availability: told('Corte') });
  await settle();
  press(find('.incident button'), 'Escape');
  expect(stage.did).toEqual(['close']);
  expect(notice()).not.toBeNull();
});
