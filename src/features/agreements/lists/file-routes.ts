import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Doer } from '#src/core/deeds/doer.ts';
import { listNamed } from '#src/core/municipalities/queries.ts';
import { getSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type Agreement, getAgreement } from '#src/features/agreements/queries.ts';
import { signatureRows } from '#src/features/agreements/signatures-view.ts';
import { type Registration, saveSignatures } from '#src/features/agreements/signing/save.ts';
import { movedSince, signingHead } from '#src/features/agreements/signing/stale.ts';
import { headingOf } from '#src/features/agreements/wording.ts';
import { readSheet } from '#src/formats/read-sheet.ts';
import { MOST_BYTES, UnreadableSheetError } from '#src/formats/sheet.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm, typedOf } from '#src/web/forms.ts';
import { keepForm, openKeptForm } from '#src/web/kept-form.ts';
import { logRefused } from '#src/web/log-refused.ts';
import { contentHash, savedBefore } from './earlier.ts';
import { fileReceipt, fileView } from './file-page.ts';
import { typedDay } from './forms.ts';
import { movedView } from './moved-view.ts';
import { saveOnce } from './save-once.ts';
import { findColumns } from './sheet-columns.ts';
import { readRows, type SheetFault } from './sheet-rows.ts';

interface OfAgreement {
  Params: { slug: string };
}

/** A file that was checked and waits for a person to confirm it. It goes with the page, signed. */
interface Checked {
  registrations: Registration[];
  countedOn: string;
  unused: string[];
}

const PATH = '/redaktion/underskrifter/:slug/fil';
/** What was checked comes back with the confirmation. */
const CONFIRMATION = 256 * 1024;

export function addFileRoutes(app: FastifyInstance, { db, secret }: PortalGround): void {
  app.get<OfAgreement>(PATH, { config: { access: 'staff' } }, (request, reply) =>
    show(request, reply, getAgreement(db, request.params.slug), {}),
  );

  app.post<OfAgreement>(
    PATH,
    { config: { access: 'staff', upload: { bytes: MOST_BYTES, files: 1 } } },
    (request, reply) => {
      const agreement = getAgreement(db, request.params.slug);
      const checked = check(request, db);
      if ('faults' in checked) {
        if (request.uploads.length > 0) logRefused(request, 'upload-refused', 'content');
        return show(request, reply.code(422), agreement, checked);
      }
      const kept = keepForm(secret, agreement.id, { indhold: JSON.stringify(checked) }, request.now);
      return show(request, reply, agreement, { checked, kept, head: signingHead(db, agreement.id) });
    },
  );

  app.post<OfAgreement>(
    `${PATH}/gem`,
    { bodyLimit: CONFIRMATION, config: { access: 'staff' } },
    (request, reply) => {
      const agreement = getAgreement(db, request.params.slug);
      const { values, kept, checked } = confirmed(request, agreement, secret);
      const doer = request.doer(values._noegle || null);
      const shown = { agreementId: agreement.id, basis: values.grundlag };
      const location = saveOnce(db, doer, shown, () => save(db, doer, agreement, checked));
      if (location !== null) return reply.redirect(location, 303);
      const head = signingHead(db, agreement.id);
      const moved = movedSince(db, agreement.id, Number(values.grundlag) || 0);
      return show(request, reply.code(409), agreement, { checked, kept, head, moved });
    },
  );
}

interface Refused {
  faults: Fault[];
  rowFaults: SheetFault[];
  fileName?: string;
}

function check(request: FastifyRequest, db: Db): Checked | Refused {
  const { today } = request.reading;
  const [file] = request.uploads;
  if (!file) return { faults: [{ field: 'fil', text: 'Vælg en fil fra jeres computer.' }], rowFaults: [] };
  try {
    const municipalities = listNamed(db);
    const columns = findColumns(readSheet(file.name, file.bytes).rows, municipalities);
    if (!columns) {
      const text = `${file.name}: Portalen kan ikke se, hvilken kolonne der er kommunen, og hvilken der er status. Skriv Kommune og Status over kolonnerne.`;
      return { faults: [{ field: 'fil', text }], rowFaults: [] };
    }
    const { registrations, faults: rowFaults, countedOn: inFile } = readRows(columns, municipalities, today);
    const typed = typedOf(request.body).opgjort;
    const day = typedDay(today, 'Skriv den dag, listen blev opgjort.').safeParse(typed || (inFile ?? ''));
    const faults = day.success ? [] : [{ field: 'opgjort', text: day.error.issues[0]?.message ?? '' }];
    if (!day.success || rowFaults.length > 0) return { faults, rowFaults, fileName: file.name };
    return { registrations, countedOn: day.data, unused: columns.unused };
  } catch (error) {
    if (!(error instanceof UnreadableSheetError)) throw error;
    return { faults: [{ field: 'fil', text: error.message }], rowFaults: [] };
  }
}

const confirmForm = z.object({
  grundlag: z.string().max(40).default(''),
  indhold: z.string().default(''),
  _noegle: z.string().max(100).default(''),
});

function confirmed(request: FastifyRequest, agreement: Agreement, secret: string) {
  const form = readForm(confirmForm, request.body);
  const kept = form.isValid ? openKeptForm(secret, form.values.indhold, request.now) : undefined;
  const content = kept?.path === agreement.id ? kept.fields[0]?.[1] : undefined;
  if (!form.isValid || content === undefined)
    throw new InvalidInputError('Filens indhold er ikke længere gyldigt. Vælg filen igen.');
  return { values: form.values, kept: form.values.indhold, checked: JSON.parse(content) as Checked };
}

function save(db: Db, doer: Doer, agreement: Agreement, { registrations, countedOn }: Checked): number {
  return saveSignatures(db, doer, {
    kind: 'file',
    agreement,
    countedOn,
    title: fileReceipt(registrations, signatureRows(db, agreement.id)),
    materialHash: contentHash(agreement.id, countedOn, registrations),
    registrations,
  });
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  agreement: Agreement,
  shown: Partial<Refused> & {
    checked?: Checked;
    kept?: string;
    head?: number;
    moved?: ReturnType<typeof movedSince>;
  },
): Promise<FastifyReply> {
  const { db, today } = request.reading;
  const { faults = [], rowFaults = [], fileName = '', checked, kept = '', head = 0, moved = [] } = shown;
  const heading = headingOf(agreement, getSolution(db, agreement.solutionId).name);
  const grid = `/redaktion/underskrifter/${agreement.id}`;
  const rows = signatureRows(db, agreement.id);
  const typed = typedOf(request.body).opgjort;
  return reply.page(
    'agreements/file',
    {
      agreement: heading,
      slug: agreement.id,
      action: `${grid}/fil`,
      grid,
      faults,
      rowFaults,
      fileName,
      countedOn: typeof typed === 'string' ? typed : '',
      today: dayInTable(today),
      faultOf: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
      proposal: checked ? fileView(checked.registrations, rows, checked.countedOn, checked.unused) : null,
      savedBefore: checked
        ? savedBefore(db, contentHash(agreement.id, checked.countedOn, checked.registrations))
        : null,
      kept,
      basis: String(head),
      moved: movedView(moved),
    },
    {
      title: 'Hent status fra en fil',
      staff: 'signatures',
      forWork: true,
      source: null,
      robots: 'noindex',
      breadcrumb: [
        { href: '/', text: 'Forside' },
        { href: '/redaktion/underskrifter', text: 'Underskrifter' },
        { href: grid, text: heading },
        { text: 'Fra fil' },
      ],
    },
  );
}
