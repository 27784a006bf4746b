import { describe, expect, test } from 'vitest';
import { readConfig } from '#src/config.ts';

describe('settings that would let the portal start wrongly are refused by name', () => {
  test.each([
    ['PORT', ' '],
    ['PORT', '0x10'],
    ['PORT', '1e3'],
    ['PORT', '65536'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '999.1'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '::/0'],
    ['PORTAL_URL', 'portal.example'],
    ['PORTAL_URL', 'javascript:alert(1)'],
    ['PORTAL_URL', 'https://portal.example/under'],
    ['PORTAL_URL', 'https://navn:kode@portal.example'],
    ['PORTAL_TODAY', '2025-02-29'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'alt'],
  ])('%s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^Indstillingerne kan ikke bruges:\n  ${name} `),
    );
  });

  test('all at once, also what production alone asks for', () => {
    const read = () =>
      readConfig({ NODE_ENV: 'production', PORT: 'tolv', PORTAL_URL: 'http://portal.example' });
    expect(read).toThrow(/PORT .*\n.*PORTAL_URL skal være portalens https-adresse/);
  });
});

test('proxies are addresses and ranges of them', () => {
  const { trustProxy } = readConfig({ TRUST_PROXY: '127.0.0.1, ::1,10.0.0.0/8' });
  expect(trustProxy).toEqual(['127.0.0.1', '::1', '10.0.0.0/8']);
});

test('the public address is written without a slash at the end, and an IPv6 host in brackets', () => {
  expect(readConfig({ PORTAL_URL: 'https://portal.example/' }).portalUrl).toBe('https://portal.example');
  expect(readConfig({ HOST: '::1', PORT: '8080' }).portalUrl).toBe('http://[::1]:8080');
});
