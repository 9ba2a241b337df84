import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Front, openFront } from './front-for-tests.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

test('a shell without any data, under a policy that lets nothing in but its own script', async () => {
  const response = await front.get('/t', { 'Accept-Language': 'en' });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|\*/);
  const page = await response.text();
  expect(page).toContain('<html lang="en"');
  expect(page).not.toMatch(/<style| (style|on\w+)=/);
  expect(page.match(/<script/g)).toHaveLength(1);
});
