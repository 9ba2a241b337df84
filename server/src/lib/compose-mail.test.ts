import { expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';

const values = {
  number: 'VEN-1042',
  site: 'Alameda',
  subject: 'Sin internet',
  responsible: 'Marta Ruiz',
  link: 'https://desk.example/t#x',
};
const written = (due: string) => composeMail('lucia@example.com', 'es', 'ticketReceived', { ...values, due }).text;

it('leaves out the line of what there is none of, and nothing else', () => {
  expect(written('mañana')).toContain('Respuesta antes de: mañana\n');
  expect(written('')).toBe(written('mañana').replace('Respuesta antes de: mañana\n', ''));
});
