import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('a wrong value names the variable, what was given and what is allowed', () => {
  it.each([
    ['PORT', '0', 'a whole number from 1 to 65535'],
    ['PORT', '4000.5', 'a whole number from 1 to 65535'],
    ['LOG_LEVEL', 'chatty', 'one of debug, info, warn, error, silent'],
    ['URL', 'https://desk.example/help', 'an address without a path'],
    ['URL', 'desk.example', 'an address beginning with http:// or https://'],
    ['DATABASE_URL', 'mysql://x', 'an address beginning with postgres:// or postgresql://'],
    ['SMTP_URL', 'mail.example', 'an address beginning with smtp:// or smtps://'],
    ['SMTP_URL', 'smtp:mail.example', 'an address beginning with smtp:// or smtps://'],
    ['TRUST_PROXY', 'my-proxy', 'a list of IP addresses separated by commas'],
    ['DEMO', 'yes', 'one of 0, 1'],
    ['RATE_WRITE', '-1', 'a whole number from 1 to 1000000'],
  ])('%s=%s', (name, given, allowed) => {
    const read = () => readConfig({ [`VENTANILLA_${name}`]: given });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`VENTANILLA_${name} is "${given}", but it must be ${allowed}.`);
  });

  it('but never a password', () => {
    expect(() => readConfig({ VENTANILLA_DATABASE_URL: 'mysql://me:hunter2@db' })).toThrow('"…@db"');
  });
});

it('nothing set: loopback, port 4000, SQLite in ./data', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    isLoopbackUrl: true,
    databaseUrl: '',
    isDemo: false,
  });
});

it.each([
  ['http://127.0.0.1:4000', true],
  ['http://[::1]:4000', true],
  ['https://desk.example', false],
])('%s is loopback: %s', (url, isLoopbackUrl) => {
  expect(readConfig({ VENTANILLA_URL: url })).toMatchObject({ isLoopbackUrl });
});
