import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'portal-template-'));
// Read by seeded-database.ts, here and in every worker.
process.env.PORTAL_TEST_TEMPLATE = join(folder, 'template.db');

export async function setup(): Promise<void> {
  const { makeTemplate } = await import('./seeded-database.ts');
  makeTemplate();
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
