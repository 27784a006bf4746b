import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Switches that keep Chromium quiet and working in a container. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of a browser: CHROMIUM_PATH, the one inside the npm package on linux-x64, else an installed one.
 * Undefined where there is none.
 */
export async function browserPath(): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return INSTALLED.find((path) => existsSync(path));
  // Makes the package unpack the system libraries it needs as well, so that nothing has to be installed.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/**
 * The browser that tests use; undefined, said on the output, where there is none.
 * @throws Error where one is required (`E2E=required`).
 */
export async function browserForTests(): Promise<string | undefined> {
  const path = await browserPath();
  if (path) return path;
  if (process.env.E2E === 'required') throw new Error('A browser is required here: set CHROMIUM_PATH');
  process.stdout.write('Browser tests are skipped: no Chromium on this machine (set CHROMIUM_PATH).\n');
  return undefined;
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: SWITCHES, headless: true });
}
