import { expect, onTestFinished } from 'vitest';
import { addTag, anApp, ask } from '../fixtures/app-page.ts';
import { openDesk } from '../fixtures/desk.ts';
import { type EarlierBuild, earlierQuestion, leaveEarlierBuild } from '../fixtures/earlier-build.ts';
import { eventually } from '../fixtures/eventually.ts';
import { startProduct } from '../fixtures/product.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

test('a page of an earlier build goes on with it, beside pages of this one, until it takes this one in place', async ({
  context,
}) => {
  let earlier: EarlierBuild | undefined;
  const desk = await openDesk({}, async (options) => {
    earlier = await leaveEarlierBuild(options.data);
    return startProduct(options);
  });
  onTestFinished(() => desk.close());
  await desk.changeSite({ pickUpMs: 600_000 });
  const { build = '', loader } = earlier ?? {};
  const now = await (await fetch(`${desk.url}/w/${desk.site.key}.js`)).text();
  const then = loader?.(now) ?? '';
  expect(then).not.toBe(now);

  /** Its browser has the earlier loader for five more minutes. */
  const page = await context.newPage();
  await page.route(`**/w/${desk.site.key}.js*`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
      body: then,
    }),
  );
  const builds = new Set<string>();
  page.on('request', (request) => {
    const [, own] = /\/w\/chunks\/.+-([\w-]{6})\.js/.exec(request.url()) ?? [];
    if (own) builds.add(own);
  });
  const widget = await anApp(page, desk);
  await addTag(page);
  await ask(page, 'open');
  await widget.dialog.getByRole('textbox', { name: earlierQuestion }).fill('Desde antes');
  await widget.button('writeToPerson').or(widget.button('leaveMessage')).click();
  await widget.message.press('Enter');
  await widget.log.getByText('Desde antes').waitFor();
  await eventually(async () => (await desk.call('inbox:open', {})).conversations.length).toBe(1);
  expect([...builds]).toEqual([build]);

  // Another tab of the same visitor has this build.
  const other = await context.newPage();
  await other.goto(page.url());
  await addTag(other);
  const [{ id } = { id: 'cnv_' as const }] = (await desk.call('inbox:open', {})).conversations;
  await desk.call('conversation:take', { conversationId: id });
  await desk.reply(id, 'Os leo a los dos');
  await widget.log.getByText('Os leo a los dos').waitFor();
  const beside = new WidgetPanel(other, 'es');
  await beside.open();
  await beside.openConversation('Desde antes');
  await beside.log.getByText('Os leo a los dos').waitFor();
  await other.close();

  // The first takes this build where it stands, without a reload.
  await page.unroute(`**/w/${desk.site.key}.js*`);
  await ask(page, 'destroy');
  await ask(page, 'boot');
  await widget.open();
  await widget.openConversation('Desde antes');
  await widget.write('Ya desde ahora');
  await eventually(
    async () => (await desk.call('conversation:open', { conversationId: id })).entries.at(-1)?.body,
  ).toBe('Ya desde ahora');
  expect([...builds]).toHaveLength(2);
});
