import { isIP } from 'node:net';
import { z } from 'zod';
import { UnusableError } from '#src/shared/errors.ts';
import { type Mailbox, readMailbox } from '#src/shared/mail-address.ts';
import { type RoleMap, readRoleMap } from '#src/shared/role-map.ts';
import { readSmtpAddress, type SmtpServer } from '#src/shared/smtp-address.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'skal være en dag som 2025-11-24')
  .refine(
    (value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value),
    'er en dag, der ikke findes',
  );

const port = z
  .string()
  .regex(/^\d+$/, 'skal være et tal')
  .transform(Number)
  .refine((number) => number <= 65535, 'skal være mellem 0 og 65535');

/** Address list only: a number of hops or `true` would let a client choose its own address. */
const addresses = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isAddressOrRange), 'skal være IP-adresser adskilt af komma');

/** "10.0.0.5", "10.0.0.0/24", "::1". A range of everything would believe everybody. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === undefined) return most > 0;
  if (more.length > 0) return false;
  return /^\d+$/.test(bits) && Number(bits) > 0 && Number(bits) <= most;
}

/** Where the portal stands: it answers on the whole of a host, never below a path. */
function isOrigin(address: string): boolean {
  const { pathname, search, hash, username, password } = new URL(address);
  return pathname === '/' && [search, hash, username, password].every((part) => part === '');
}

/** A setting that is read by a function which answers with a value or with what is wrong. */
const readBy = <T extends object>(read: (text: string) => T | { fault: string }) =>
  z.string().transform((text, context): T => {
    const answer = read(text);
    if (!('fault' in answer)) return answer;
    context.addIssue({ code: 'custom', message: answer.fault });
    return z.NEVER;
  });

const mailbox = readBy<Mailbox>((text) => {
  const answer = readMailbox(text);
  return 'fault' in answer
    ? { fault: 'skal være en afsender som Programlederportalen <portal@kommune.dk>' }
    : answer;
});

/** A provider is trusted with who people are, so it is spoken to by https; on this machine, for trying out, also by http. */
const issuer = z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}, 'skal være en https-adresse');

/** Who a mail is from while it only becomes a file. */
const NOBODY: Mailbox = { name: 'Programlederportalen', address: 'programlederportalen@localhost' };

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PORTAL_URL: z
    .url({
      protocol: /^https?$/,
      error: 'skal være en adresse, der begynder med http:// eller https://',
      abort: true,
    })
    .refine(isOrigin, 'skal være adressen alene, uden sti, navn og adgangskode')
    .optional(),
  PORTAL_DATA: z.string().default('var'),
  PORTAL_TODAY: day.optional(),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'skal være production, development eller test')
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'skal være fatal, error, warn, info, debug eller silent',
    )
    .default('info'),
  TRUST_PROXY: addresses.optional(),
  SESSION_SECRET: z.string().min(32, 'skal være på mindst 32 tegn').optional(),
  READ_ACCESS: z.enum(['public', 'signed-in'], 'skal være public eller signed-in').default('public'),
  RATE_LIMIT: z.enum(['on', 'off'], 'skal være on eller off').default('on'),
  SMTP_URL: readBy<SmtpServer>(readSmtpAddress).optional(),
  MAIL_FROM: mailbox.optional(),
  MAIL_REPLY_TO: mailbox.optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(' ').includes('openid'), 'skal have openid med')
    .default('openid profile email'),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  OIDC_ROLE_MAP: readBy<RoleMap>(readRoleMap).optional(),
  OIDC_CVR_CLAIM: z.string().default('cvr'),
  OIDC_ACR: z.string().optional(),
});

/** Sign-in by OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** The claim with what the provider calls roles, and what the portal makes of them. */
  readonly rolesClaim: string;
  readonly roleOf: RoleMap['roleOf'];
  /** The claim with the municipality's CVR number. */
  readonly cvrClaim: string;
  /** Levels of assurance that are enough; empty: any. */
  readonly acr: readonly string[];
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Public address without a trailing slash; used wherever an absolute address is written. */
  readonly portalUrl: string;
  readonly dataFolder: string;
  /** ISO day that replaces today, or undefined. */
  readonly pinnedToday: string | undefined;
  readonly production: boolean;
  readonly logLevel: string;
  readonly trustProxy: readonly string[];
  /** Signs the tokens of forms. Undefined: the start makes one and keeps it in the data folder. */
  readonly sessionSecret: string | undefined;
  /** True: nobody reads without being signed in. */
  readonly readersSignIn: boolean;
  readonly limitsRates: boolean;
  /** Where mails are sent; undefined: they become files in the data folder. */
  readonly smtp: SmtpServer | undefined;
  readonly mailFrom: Mailbox;
  readonly mailReplyTo: Mailbox | undefined;
  /** Undefined: people sign in by password alone. */
  readonly oidc: OidcSettings | undefined;
}

/**
 * Reads the settings once and checks them whole.
 * @throws UnusableError that names every fault at once, in Danish.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(present);
  const faults = (parsed.error?.issues ?? []).map(({ path, message }) => `  ${String(path[0])} ${message}.`);
  const production = present.NODE_ENV === 'production';
  if (production && present.PORTAL_URL?.startsWith('https://') !== true) {
    faults.push('  PORTAL_URL skal være portalens https-adresse, når NODE_ENV er production.');
  }
  if (production && present.SESSION_SECRET === undefined) {
    faults.push(
      '  SESSION_SECRET skal være sat, når NODE_ENV er production. Lav en med: openssl rand -base64 48.',
    );
  }
  if (production && present.RATE_LIMIT === 'off') {
    faults.push('  RATE_LIMIT kan kun slås fra uden for production.');
  }
  if (production && present.SMTP_URL !== undefined && present.MAIL_FROM === undefined) {
    faults.push('  MAIL_FROM skal være portalens afsenderadresse, når SMTP_URL er sat.');
  }
  const missing = OIDC_TOGETHER.filter((name) => present[name] === undefined);
  if (missing.length > 0 && missing.length < OIDC_TOGETHER.length) {
    faults.push(`  ${missing.join(', ')} mangler: ${OIDC_TOGETHER.join(', ')} skal være sat sammen.`);
  }
  if (production && present.OIDC_ISSUER?.startsWith('http:')) {
    faults.push('  OIDC_ISSUER skal være en https-adresse, når NODE_ENV er production.');
  }
  if (!parsed.success || faults.length > 0) {
    throw new UnusableError(`Indstillingerne kan ikke bruges:\n${faults.join('\n')}`);
  }
  const { data } = parsed;
  const host = isIP(data.HOST) === 6 ? `[${data.HOST}]` : data.HOST;
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    portalUrl: (data.PORTAL_URL ?? `http://${host}:${data.PORT}`).replace(/\/+$/, ''),
    dataFolder: data.PORTAL_DATA,
    pinnedToday: data.PORTAL_TODAY,
    production,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY ?? [],
    sessionSecret: data.SESSION_SECRET,
    readersSignIn: data.READ_ACCESS === 'signed-in',
    limitsRates: data.RATE_LIMIT === 'on',
    smtp: data.SMTP_URL,
    mailFrom: data.MAIL_FROM ?? NOBODY,
    mailReplyTo: data.MAIL_REPLY_TO,
    oidc: oidcOf(data),
  });
}

const OIDC_TOGETHER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_MAP'] as const;

function oidcOf(data: z.output<typeof settings>): OidcSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLE_MAP } = data;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_ROLE_MAP) return undefined;
  return Object.freeze({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scope: data.OIDC_SCOPE,
    rolesClaim: data.OIDC_ROLES_CLAIM,
    roleOf: OIDC_ROLE_MAP.roleOf,
    cvrClaim: data.OIDC_CVR_CLAIM,
    acr: data.OIDC_ACR?.split(' ').filter(Boolean) ?? [],
  });
}
