import { expect } from 'vitest';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

test('[DL6] a database that never answers does not keep a message back', async ({ browser, desk }) => {
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  // One connection stands in the way of a new version, as an old tab may; whoever opens after that waits for ever.
  await widget.page.addInitScript(() => {
    const held = indexedDB.open('ventanilla', 1);
    held.onsuccess = () => {
      Object.assign(globalThis, { held: held.result });
      indexedDB.open('ventanilla', 2);
    };
  });
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Nadie contesta en mi disco');
  await widget.log.getByText(widget.texts.sent).waitFor();
  await widget.dialog.getByText(widget.texts.keepOpen).first().waitFor();
  await widget.write('¿Seguís ahí?');
  await widget.log.getByText('¿Seguís ahí?').waitFor();
  expect(await widget.log.getByText('Nadie contesta en mi disco').count()).toBe(1);
});
