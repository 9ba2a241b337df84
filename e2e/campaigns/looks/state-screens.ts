import { demoStates } from '@ventanilla/shared/demo-states';
import type { Screen } from './screen.ts';

/** What `/demo/states` shows: states that take long to reach for real, or are seldom. */
export const stateScreens: Screen[] = demoStates.map((state) => ({
  name: `state-${state}`,
  front: 'widget',
  async show({ page, reader, talking }) {
    await page.goto(`${talking.url}/demo/states?state=${state}&locale=${reader.locale}&scheme=${reader.theme}`);
    await page.locator(`html[data-shown="${state}"]`).waitFor();
    await page.getByRole('dialog').waitFor();
    return page;
  },
}));
