// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { Menu } from './Menu.tsx';

afterEach(async () => {
  await act(() => render(null, document.body));
});

const opener = () => document.querySelector<HTMLElement>('[aria-haspopup]');
const item = () => document.querySelector<HTMLElement>('[role=menuitem]');
/** What was asked for is drawn; what waits for the next picture is still to come. */
const drawn = () => Promise.resolve().then(() => {});

test('whoever chooses before the next picture has the focus where it was before the menu', async () => {
  const menu = (close: () => void) => (
    <button type="button" role="menuitem" onClick={close}>
      Descartar
    </button>
  );
  await act(() =>
    render(
      <Menu label="Más" face="…" buttonClass="button" side="below">
        {menu}
      </Menu>,
      document.body,
    ),
  );
  opener()?.click();
  await drawn();
  expect(document.activeElement).toBe(item());
  item()?.click();
  await drawn();
  expect(item()).toBeNull();
  expect(document.activeElement).toBe(opener());
});
