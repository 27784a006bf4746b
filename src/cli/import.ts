import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { summaryOf } from '#src/overviews/material-import/summary.ts';
import { isRealDay } from '#src/shared/calendar-day.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { Command, Terminal } from './command.ts';

export const importMaterial: Command = {
  usage: 'import FIL... [--meeting ÅÅÅÅ-MM-DD] [--json]',
  summary: 'læser materialet fra ét møde og fortæller, hvad det siger',
  help: [
    'FIL er mødets tekstlag, dets OCR-tekst eller begge (.txt). Giv filer fra samme møde sammen.',
    '  --meeting ÅÅÅÅ-MM-DD  mødets dag, når materialet ikke selv skriver den',
    '  --json                skriv det læste som JSON og intet andet',
  ].join('\n'),
  run(args, terminal) {
    const wanted = readArguments(args, terminal);
    if (!wanted) return 2;
    try {
      const inputs = wanted.files.map((file) => ({ name: basename(file), bytes: readBytes(file) }));
      const snapshot = readMaterial(inputs, wanted.meetingDay ? { meetingDay: wanted.meetingDay } : {});
      if (wanted.json) terminal.out(JSON.stringify(snapshot, null, 1));
      else for (const line of summaryOf(snapshot)) terminal.out(line);
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
}

function readArguments(args: string[], { fail }: Terminal): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { meeting: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (positionals.length === 0) {
      fail('Angiv mindst én fil: portal import FIL...');
      return null;
    }
    if (values.meeting !== undefined && !isRealDay(values.meeting)) {
      fail(`${values.meeting} er ikke en dag. Skriv mødets dag som 2025-11-24.`);
      return null;
    }
    return { files: positionals, meetingDay: values.meeting, json: values.json ?? false };
  } catch {
    fail('Kommandoen er ikke forstået. Brug: portal import FIL... [--meeting ÅÅÅÅ-MM-DD] [--json]');
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
