import { z } from 'zod';
import { UnusableError } from '#src/shared/errors.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'skal være en dag som 2025-11-24')
  .refine(
    (value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value),
    'er en dag, der ikke findes',
  );

const port = z.coerce
  .number('skal være et tal')
  .int('skal være et helt tal')
  .min(0, 'skal være mellem 0 og 65535')
  .max(65535, 'skal være mellem 0 og 65535');

/** Address list only: a number of hops or `true` would let a client choose its own address. */
const addresses = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine(
    (list) => list.every((one) => /^[0-9a-f.:]+(\/\d+)?$/i.test(one) && /[.:]/.test(one)),
    'skal være IP-adresser adskilt af komma',
  );

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PORTAL_URL: z
    .url({ protocol: /^https?$/, error: 'skal være en adresse, der begynder med http:// eller https://' })
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
});

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
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}.`);
    throw new UnusableError(`Indstillingerne kan ikke bruges:\n${faults.join('\n')}`);
  }
  const { data } = parsed;
  const production = data.NODE_ENV === 'production';
  if (production && data.PORTAL_URL?.startsWith('https://') !== true) {
    throw new UnusableError(
      'Indstillingerne kan ikke bruges:\n  PORTAL_URL skal være portalens https-adresse, når NODE_ENV er production.',
    );
  }
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    portalUrl: (data.PORTAL_URL ?? `http://${data.HOST}:${data.PORT}`).replace(/\/+$/, ''),
    dataFolder: data.PORTAL_DATA,
    pinnedToday: data.PORTAL_TODAY,
    production,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY ?? [],
  });
}
