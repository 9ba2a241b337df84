// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';

const onClose = vi.fn();

beforeEach(async () => {
  onClose.mockClear();
  await act(() =>
    render(
      <Dialog title="Nueva" onClose={onClose} footer={null}>
        <input />
      </Dialog>,
      document.body,
    ),
  );
});

afterEach(async () => {
  await act(() => render(null, document.body));
});

/** Pressed on one thing, let go outside: the browser clicks on what holds both, the dialog itself. */
const pressAndLetGoOutside = (pressed: string) =>
  act(() => {
    document.querySelector(pressed)?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    document.querySelector('dialog')?.dispatchEvent(new Event('click', { bubbles: true }));
  });

test('a click outside closes it', async () => {
  await pressAndLetGoOutside('dialog');
  expect(onClose).toHaveBeenCalledOnce();
});

test('marking words past its edge does not, so that nothing typed is lost', async () => {
  await pressAndLetGoOutside('input');
  expect(onClose).not.toHaveBeenCalled();
});
