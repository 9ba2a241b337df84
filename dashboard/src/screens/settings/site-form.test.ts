// @vitest-environment happy-dom
import { aSite } from '@ventanilla/shared/testing/builders';
import { beforeEach, expect, test } from 'vitest';
import { chooseLanguage, loadTexts } from '../../language.ts';
import { fieldsOf, formOf, onto, type SiteForm } from './site-form.ts';

const form = formOf(aSite());
const problemsOf = (part: Partial<SiteForm>) => {
  const result = fieldsOf({ ...form, ...part });
  return 'problems' in result ? Object.keys(result.problems) : [];
};

beforeEach(async () => {
  await chooseLanguage('es');
  await loadTexts('settings');
});

test('an untouched form gives back the site as it is', () => {
  const { id: _id, key: _key, version: _version, incidentChangedAt: _at, ...fields } = aSite({ pickUpMs: 10_000 });
  expect(fieldsOf(formOf(fields))).toEqual({ fields });
});

test('a picture is sent when it is another one, or none any more', () => {
  const logoOf = (logo: string) => {
    const result = fieldsOf({ ...form, logo });
    return 'fields' in result ? result.fields.logo : 'problems';
  };
  expect(logoOf('/w/logo/k3f9-0123456789')).toBeUndefined();
  expect(logoOf('data:image/png;base64,iVBORw0KGgo=')).toBe('iVBORw0KGgo=');
  expect(logoOf('')).toBe('');
});

test('origins are the beginnings of what was pasted', () => {
  const result = fieldsOf({ ...form, origins: 'https://www.example.com/contact?x=1\n\nhttp://localhost:3000' });
  expect(result).toMatchObject({ fields: { origins: ['https://www.example.com', 'http://localhost:3000'] } });
});

test.each<[keyof SiteForm, Partial<SiteForm>]>([
  ['name', { name: '  ' }],
  ['origins', { origins: 'example.com' }],
  ['origins', { origins: 'javascript:alert(1)' }],
  ['pickUpMinutes', { pickUpMinutes: 'tres' }],
  ['pickUpMinutes', { pickUpMinutes: '0' }],
  ['firstReplyMinutes', { firstReplyMinutes: '1.5' }],
  ['openingHours', { openingHours: { mon: [{ from: 600, to: 600 }] } }],
  ['closedDates', { closedDates: [{ from: '2026-12-25', to: '2026-12-24', name: 'Navidad' }] }],
  ['incident', { incident: { isOn: true, texts: { es: ' ', en: '' } } }],
])('what is wrong with %s is said at its field', (field, part) => {
  expect(problemsOf(part)).toEqual([field]);
});

test('what was changed in the form goes onto the newer version, which keeps everything else', () => {
  const newer = aSite({ accent: '#112233', firstReplyMinutes: 45 });
  const mine = { ...form, name: 'Otro nombre' };
  expect(onto(newer, mine, form)).toEqual({ ...formOf(newer), name: 'Otro nombre' });
});
