import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { applyCertain, differenceLines } from '#src/overviews/material-import/changes.ts';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { summaryOf } from '#src/overviews/material-import/summary.ts';
import { isRealDay } from '#src/shared/calendar-day.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { Command, Terminal } from './command.ts';

export const importMaterial: Command = {
  usage: 'import FIL... [--meeting ÅÅÅÅ-MM-DD] [--json] [--apply --by MAIL]',
  summary: 'læser materialet fra ét møde og viser, hvad det ville ændre i portalen',
  help: [
    'FIL er mødets slides (.pptx, .pdf), deres tekstlag eller deres OCR-tekst (.txt). Giv filer fra samme møde sammen.',
    '  --meeting ÅÅÅÅ-MM-DD  mødets dag, når materialet ikke selv skriver den',
    '  --json                skriv det læste som JSON og rør ikke databasen',
    '  --apply --by MAIL     godkend alle ændringer med høj sikkerhed som denne person',
  ].join('\n'),
  async run(args, terminal) {
    const wanted = readArguments(args, terminal);
    if (!wanted) return 2;
    try {
      const inputs = wanted.files.map((file) => ({ name: basename(file), bytes: readBytes(file) }));
      const snapshot = await readMaterial(inputs, wanted.meetingDay ? { meetingDay: wanted.meetingDay } : {});
      if (wanted.json) terminal.out(JSON.stringify(snapshot, null, 1));
      else {
        for (const line of summaryOf(snapshot)) terminal.out(line);
        compareWithPortal(snapshot, inputs, wanted, terminal);
      }
      return 0;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      terminal.fail(error.message);
      return 1;
    }
  },
};

interface Wanted {
  files: string[];
  meetingDay: string | undefined;
  json: boolean;
  /** Mail address of the person who accepts, with --apply. */
  applyBy: string | undefined;
}

/** Prints what the material would change; with --apply accepts what is certain. */
function compareWithPortal(
  snapshot: Snapshot,
  inputs: readonly { bytes: Uint8Array }[],
  { meetingDay, applyBy }: Wanted,
  { config, out }: Terminal,
): void {
  const file = join(resolve(config.dataFolder), 'portal.db');
  if (!existsSync(file)) {
    const nothing = `Der er ingen portal i ${config.dataFolder} at sammenligne med. Start den én gang med npm start.`;
    if (applyBy !== undefined) throw new RefusedError(nothing);
    out(nothing);
    return;
  }
  const db = openMigrated(file);
  try {
    const differences = proposeSnapshot(db, snapshot, meetingDay ?? null, NO_HINTS);
    for (const line of differenceLines(differences)) out(line);
    if (applyBy === undefined || differences.length === 0) return;
    const hash = createHash('sha256');
    for (const { bytes } of inputs) hash.update(bytes);
    const title = `${snapshot.meeting.title} ${snapshot.meeting.id}`;
    const { applied, waiting } = applyCertain(db, differences, {
      actor: applyBy,
      title,
      materialHash: hash.digest('hex'),
      now: new Date(),
    });
    out(`${applied} godkendt. ${waiting} venter på, at en redaktør tager stilling.`);
  } finally {
    db.$client.close();
  }
}

function readArguments(args: string[], { fail }: Terminal): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        meeting: { type: 'string' },
        json: { type: 'boolean' },
        apply: { type: 'boolean' },
        by: { type: 'string' },
      },
    });
    if (positionals.length === 0) {
      fail('Angiv mindst én fil: portal import FIL...');
      return null;
    }
    if (values.meeting !== undefined && !isRealDay(values.meeting)) {
      fail(`${values.meeting} er ikke en dag. Skriv mødets dag som 2025-11-24.`);
      return null;
    }
    if (values.apply && !/^[^\s@]+@[^\s@]+$/.test(values.by ?? '')) {
      fail('Skriv, hvem der godkender: --apply --by MAIL.');
      return null;
    }
    return {
      files: positionals,
      meetingDay: values.meeting,
      json: values.json ?? false,
      applyBy: values.apply ? values.by : undefined,
    };
  } catch {
    fail(
      'Kommandoen er ikke forstået. Brug: portal import FIL... [--meeting ÅÅÅÅ-MM-DD] [--json] [--apply --by MAIL]',
    );
    return null;
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new RefusedError(
      missing
        ? `Filen ${file} findes ikke. Se efter, om navnet er skrevet rigtigt.`
        : `Filen ${file} kan ikke åbnes. Se efter, om I har adgang til den, og at det ikke er en mappe.`,
    );
  }
}
