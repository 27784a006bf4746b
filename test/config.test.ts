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
    ['SMTP_URL', 'mail.kommune.dk'],
    ['SMTP_URL', 'http://mail.kommune.dk'],
    ['SMTP_URL', 'smtp://'],
    ['SMTP_URL', 'smtps://mail.kommune.dk?tls.rejectUnauthorized=false'],
    ['SMTP_URL', 'smtps://mail.kommune.dk/post'],
    ['SMTP_URL', 'smtps://navn@mail.kommune.dk'],
    ['SMTP_URL', 'smtps://navn:100%@mail.kommune.dk'],
    ['MAIL_FROM', 'portalen'],
    ['MAIL_FROM', 'Portalen <portal@kombit.dk>\r\nBcc: x@y.dk'],
    ['MAIL_REPLY_TO', 'a@b.dk, c@d.dk'],
    ['OIDC_ISSUER', 'login.kommune.dk'],
    ['OIDC_ISSUER', 'http://login.kommune.dk'],
    ['OIDC_ROLE_MAP', 'PL'],
    ['OIDC_ROLE_MAP', 'PL=king'],
    ['OIDC_ROLE_MAP', '=staff'],
    ['OIDC_SCOPE', 'profile email'],
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

describe('mail', () => {
  const faultsOf = (settings: Record<string, string>): string => {
    try {
      readConfig(settings);
      return '';
    } catch (error) {
      return String(error);
    }
  };

  test('in production needs a sender when it has a server', () => {
    const production = { NODE_ENV: 'production', PORTAL_URL: 'https://portal.example' };
    expect(faultsOf(production)).not.toContain('MAIL_FROM');
    expect(faultsOf({ ...production, SMTP_URL: 'smtps://mail.kommune.dk' })).toContain('MAIL_FROM skal være');
  });

  test('a fault in the address of the server never repeats the password in it', () => {
    for (const rest of ['mail.kommune.dk/post', 'mail.kommune.dk?x=1', ''])
      expect(faultsOf({ SMTP_URL: `smtps://navn:hemmelig@${rest}` })).toMatch(/^(?!.*hemmelig).*SMTP_URL/s);
  });

  test('a server elsewhere must encrypt; one on this machine need not', () => {
    const { smtp } = readConfig({ SMTP_URL: 'smtps://navn:k%40de@mail.kommune.dk' });
    expect(smtp).toEqual({
      host: 'mail.kommune.dk',
      port: 465,
      tls: 'from-start',
      login: { user: 'navn', password: 'k@de' },
    });
    expect(readConfig({ SMTP_URL: 'smtp://mail.kommune.dk' }).smtp).toMatchObject({
      port: 587,
      tls: 'upgraded',
    });
    for (const here of ['localhost', '127.0.0.1', '[::1]'])
      expect(readConfig({ SMTP_URL: `smtp://${here}:25` }).smtp).toMatchObject({
        port: 25,
        tls: 'when-offered',
      });
  });
});

describe('sign-in by OpenID Connect', () => {
  const whole = {
    OIDC_ISSUER: 'https://login.kommune.dk',
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'hemmelig',
    OIDC_ROLE_MAP: 'urn:rolle=1=programme-leader, KOMBIT Redaktion=staff',
  };

  test('is off without settings, and maps the names of roles when it is on', () => {
    expect(readConfig({}).oidc).toBeUndefined();
    expect([...(readConfig(whole).oidc?.roleOf ?? [])]).toEqual([
      ['urn:rolle=1', 'programme-leader'],
      ['KOMBIT Redaktion', 'staff'],
    ]);
  });

  test('half of it stops the start and names what is missing', () => {
    const { OIDC_ROLE_MAP: _, ...half } = whole;
    expect(() => readConfig(half)).toThrow(/OIDC_ROLE_MAP mangler/);
  });

  test('a provider without https is for this machine and never for production', () => {
    const local = { ...whole, OIDC_ISSUER: 'http://127.0.0.1:9000' };
    expect(readConfig(local).oidc?.issuer).toBe('http://127.0.0.1:9000');
    const live = {
      ...local,
      NODE_ENV: 'production',
      PORTAL_URL: 'https://portal.kombit.dk',
      SESSION_SECRET: 'x'.repeat(40),
    };
    expect(() => readConfig(live)).toThrow(/OIDC_ISSUER skal være en https-adresse/);
  });
});
