// @vitest-environment happy-dom
import { aConversation } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseLanguage, loadTexts } from '../../language.ts';
import { PageClaims } from './PageClaims.tsx';

beforeAll(async () => {
  await chooseLanguage('es');
  await loadTexts('work');
});
beforeEach(() => render(null, document.body));

async function show(attributes: Record<string, string | number | boolean> | undefined) {
  const conversation = aConversation();
  const context = { ...conversation.context, ...(attributes && { attributes }) };
  await act(() => render(<PageClaims conversation={{ ...conversation, context }} />, document.body));
}

test('[CV8] shows what the page says as it says it, and that nobody has verified it', async () => {
  await show({ 'pedido nº': 1_234_567, plan: '<b>Fibra</b>', isCustomer: false });
  const rows = [...document.querySelectorAll('dl > div')].map((row) => [...row.children].map((one) => one.textContent));
  expect(rows).toEqual([
    ['isCustomer', 'no'],
    ['pedido nº', '1234567'],
    ['plan', '<b>Fibra</b>'],
  ]);
  expect(document.body.textContent).toContain('Nadie lo ha comprobado.');
});

test('shows nothing where the page says nothing', async () => {
  for (const none of [undefined, {}]) {
    await show(none);
    expect(document.body.textContent).toBe('');
  }
});
