import { type Draft, type DraftContext, draftOf, type Interpreter } from '#src/core/drafts/draft.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { agreementType, identityOf, recipientRoles } from './rules.ts';

type Row = Snapshot['agreements'][number];
interface Known {
  id: string;
  solutionId: string;
  type: string;
}

/** The agreement tables, what other slides tell of an agreement, and the signature lists. */
export const interpretAgreements: Interpreter = (snapshot, context) => {
  const rows = snapshot.agreements.flatMap((row) => {
    const solutionId = context.solutionIdFor(row.solution);
    if (!solutionId) return [];
    const id = context.idFor(
      'agreement',
      identityOf(solutionId, row.agreement),
      `${row.solution} ${row.agreement}`,
    );
    return [{ row, known: { id, solutionId, type: agreementType(row.agreement) } }];
  });
  const known = rows.map((entry) => entry.known);
  return [
    ...rows.map((entry) => draftAgreement(entry.row, entry.known, context)),
    ...snapshot.agreement_details.flatMap((detail) => draftDetail(detail, known, context)),
    ...snapshot.signatures.flatMap((list) => draftSignatures(list, known, context)),
  ];
};

/** The agreement that a slide means by its own words: the solution it names, and of that the kind it names. */
export function agreementMeant(
  words: string,
  known: readonly Known[],
  context: DraftContext,
): Known | undefined {
  const solutionId = context.solutionNamedIn(words);
  const candidates = known.filter((one) => one.solutionId === solutionId);
  if (candidates.length <= 1) return candidates[0];
  const ofType = candidates.filter((one) =>
    words.toLowerCase().includes(one.type.slice(0, 'tilslutning'.length)),
  );
  return ofType.length === 1 ? ofType[0] : undefined;
}

function draftAgreement(row: Row, known: Known, context: DraftContext): Draft {
  return draftOf(context, row, {
    entity: 'agreement',
    id: known.id,
    label: `Aftale: ${row.solution}, ${row.agreement}`,
    fields: {
      solutionId: known.solutionId,
      type: known.type,
      title: row.agreement,
      solutionRaw: row.solution,
      aliases: [],
      sent: row.sent,
      deadline: row.deadline,
      recipientsRaw: row.recipients,
      recipientRoles: recipientRoles(row.recipients),
      extra: row.extra ?? {},
    },
    days: [row.sent.state === 'sent' ? row.sent.from : null],
  });
}

function draftDetail(
  detail: Snapshot['agreement_details'][number],
  known: readonly Known[],
  context: DraftContext,
): Draft[] {
  const meant = agreementMeant(detail.agreement, known, context);
  if (!meant) return [];
  const fields = {
    agreementId: meant.id,
    name: detail.agreement,
    deadline: detail.deadline,
    signedStated: detail.signed_stated,
    areas: detail.areas,
  };
  const id = `${meant.id}/${context.meetingId}`;
  return [
    draftOf(context, detail, {
      entity: 'agreement_detail',
      id,
      label: `Om aftalen: ${detail.agreement}`,
      fields,
    }),
  ];
}

function draftSignatures(
  list: Snapshot['signatures'][number],
  known: readonly Known[],
  context: DraftContext,
): Draft[] {
  const meant = agreementMeant(list.agreement, known, context);
  const countedOn = list.as_of.from;
  if (!meant || !countedOn) return [];
  const days = [countedOn];
  const count = draftOf(context, list, {
    entity: 'signature_count',
    id: `${meant.id}/${countedOn}`,
    label: `Opgørelse af underskrifter: ${list.agreement}`,
    fields: {
      agreementId: meant.id,
      countedOn,
      listed: list.listed,
      statedCount: list.stated_count,
      listedCount: list.listed_count,
      signed: list.signed.length,
      missing: list.missing.length,
      inferred: list.inferred,
    },
    days,
  });
  const statuses = [
    ...list.missing.map((name) => ({ name, status: 'missing' })),
    ...list.signed.map((name) => ({ name, status: 'signed' })),
  ].flatMap(({ name, status }) => {
    const municipalityId = context.municipalityIdFor(name);
    if (!municipalityId) return [];
    return [
      draftOf(context, list, {
        entity: 'signature',
        id: `${meant.id}/${municipalityId}`,
        label: `Underskrift: ${name}`,
        fields: { agreementId: meant.id, municipalityId, status, signedOn: null, countedOn },
        days,
      }),
    ];
  });
  return [count, ...statuses];
}
