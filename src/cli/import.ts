import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { createIsolatedReader } from '#src/formats/isolated/isolated-reader.ts';
import {
  type MaterialFile,
  type MaterialInput,
  openDeck,
} from '#src/overviews/material-import/open-files.ts';
import { recognise } from '#src/overviews/material-import/recognise.ts';
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
      const meetingDay = wanted.meetingDay ?? null;
      const snapshot = await read(inputs, meetingDay);
      if (wanted.json) terminal.out(JSON.stringify(snapshot, null, 1));
      else {
        for (const line of summaryOf(snapshot)) terminal.out(line);
        // Loaded when it is asked for: reading needs neither database nor features.
        const { compareMaterial } = await import('./compare-material.ts');
        compareMaterial({ snapshot, inputs, meetingDay }, wanted.applyBy, terminal);
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

/** As an upload is read: within limits, and where no file can do harm. */
async function read(inputs: readonly MaterialInput[], meetingDay: string | null): Promise<Snapshot> {
  const reader = createIsolatedReader();
  const files: MaterialFile[] = [];
  for (const input of inputs) files.push(await openDeck(input, reader.read));
  return (await recognise({ files, meetingDay })).snapshot;
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
