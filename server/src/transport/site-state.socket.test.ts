import { noIncident, type Site } from '@ventanilla/shared/entities/site';
import type { CommandInput } from '@ventanilla/shared/wire/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aColleague, aVisitor, callHttp, startChat, type TestAgent, theAdmin } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { png } from '../testing/sample-files.ts';
import { presentSite } from './present/site.ts';

let app: RunningApp;
let marta: TestAgent;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
});
afterAll(async () => {
  marta?.close();
  await app?.close();
});

const dayMs = 24 * 60 * 60_000;
/** So many days from now, in UTC. */
const dayIn = (days: number) => new Date(app.deps.clock.now() + days * dayMs).toISOString().slice(0, 10);

function change(fields: Omit<CommandInput<'site:update'>, 'siteId' | 'version'>) {
  const [site] = app.deps.directory.sites();
  if (!site) throw new Error('no site');
  return marta.call('site:update', { siteId: site.id, version: site.version, ...fields });
}

async function availability() {
  const { body } = await callHttp(app, 'availability:check', {}, { site: app.siteKey });
  if (!body.ok) throw new Error(body.error.code);
  return body.data;
}

describe('[SL3] [CV1] a closed date', () => {
  const today = () => ({ from: dayIn(0), to: dayIn(0), name: 'San Antón' });

  it('shuts who never closes: it is said why, what is written becomes a ticket, and the day does not count', async () => {
    expect((await change({ timeZone: 'UTC', closedDates: [today()], firstReplyMinutes: 60 })).ok).toBe(true);
    const tomorrow = Date.parse(dayIn(1));
    expect(await availability()).toMatchObject({
      isOpen: false,
      holiday: today(),
      opensAt: tomorrow,
      replyBy: tomorrow + 60 * 60_000,
    });
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia, 'La tele se corta');
    expect(conversation.ticket).toMatchObject({ reason: 'out_of_hours', dueAt: tomorrow + 60 * 60_000 });
    lucia.close();
  });

  it('that is over or to come closes nothing', async () => {
    await change({
      closedDates: [
        { ...today(), from: dayIn(-2), to: dayIn(-1) },
        { ...today(), from: dayIn(40), to: dayIn(41) },
      ],
    });
    expect((await availability()).isOpen).toBe(true);
    expect(await availability()).not.toHaveProperty('holiday');
  });

  it.each([
    ['ends before it begins', { from: '2026-12-25', to: '2026-12-24', name: '' }, 'closedDates.0'],
    ['never ends', { from: '2026-12-25', to: '2036-12-25', name: '' }, 'closedDates.0'],
    ['is no day', { from: '2026-02-30', to: '2026-03-01', name: '' }, 'closedDates.0.from'],
  ])('that %s is refused', async (_what, dates, field) => {
    expect(await change({ closedDates: [dates] })).toMatchObject({ error: { code: 'invalid', details: { field } } });
  });
});

describe('a logo', () => {
  const image = Buffer.from(png(96, 96)).toString('base64');

  it('has an address that every page may read, another one for every picture, and none once it is taken away', async () => {
    await change({ logo: image });
    const { logo } = presentSite(app.deps.directory.sites()[0]!);
    expect(logo).toMatch(new RegExp(`^/w/logo/${app.siteKey}-[0-9a-f]{10}$`));
    const response = await fetch(app.url + logo);
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(image);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    await change({ logo: Buffer.from(png(64, 64)).toString('base64') });
    expect((await fetch(app.url + logo)).status).toBe(404);
    await change({ logo: '' });
    expect(presentSite(app.deps.directory.sites()[0]!).logo).toBe('');
  });

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a program', '#!/bin/sh'],
  ])('that is %s is refused', async (_what, text) => {
    const said = await change({ logo: Buffer.from(text).toString('base64') });
    expect(said).toMatchObject({ error: { code: 'invalid', details: { field: 'logo' } } });
  });
});

describe('an incident', () => {
  const incident = { isOn: true, texts: { es: 'Corte en Benimaclet', en: '' } };

  it('is told to agents, and to whoever opens the panel, with the moment of its last change', async () => {
    const [home] = app.deps.directory.sites();
    const diego = await aColleague(app, marta, 'Diego', home ? [home.id] : []);
    await change({ incident });
    const at = app.deps.clock.now();
    const heard = await diego.hears<{ site: Site }>('site:changed', ({ site }) => site.incident.isOn);
    expect(heard.site).toMatchObject({ incident, incidentChangedAt: at });
    expect((await availability()).incident).toEqual({ texts: incident.texts, changedAt: at });

    app.deps.clock.advance(60_000);
    await change({ incident, name: 'Alameda' });
    expect((await availability()).incident?.changedAt).toBe(at);
    await change({ incident: { ...incident, texts: { es: 'Ya casi está', en: '' } } });
    expect((await availability()).incident?.changedAt).toBe(at + 60_000);
    diego.close();
  });

  it('that is over is kept for the next time, and told to nobody', async () => {
    await change({ incident: { ...incident, isOn: false } });
    expect(await availability()).not.toHaveProperty('incident');
    expect(app.deps.directory.sites()[0]?.incident.texts).toEqual(incident.texts);
  });

  it('without words is refused', async () => {
    const said = await change({ incident: { ...noIncident, isOn: true } });
    expect(said).toMatchObject({ error: { code: 'invalid', details: { field: 'incident' } } });
  });
});
