import { actorName } from '#src/core/access/accounts.ts';
import { mailKindLabel } from '#src/core/mail/kinds.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { copenhagenDay } from '#src/shared/calendar-day.ts';
import { weekdayName } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import { instantInSentence } from '#src/shared/instant.ts';
import type { Fault } from '#src/web/forms.ts';
import { composeDigests, type Digest } from './compose.ts';
import { countsInWords, fingerprintOf, wordDigest } from './content.ts';
import { listReceivers, receiversOfWeek } from './receivers.ts';
import { findRound } from './rounds.ts';
import { findSwitch } from './switch.ts';
import { listUnsubscribed } from './unsubscribe.ts';
import { isTimeToMail, nextRoundAt, weekOf } from './week.ts';

export interface MailsGround {
  db: Db;
  today: string;
  now: Date;
  portalUrl: string;
}

/** `/redaktion/mails`. @param chosen account id of the receiver whose mail is shown beside the examples */
export function mailsPage(ground: MailsGround, chosen: string | null, faults: readonly Fault[]) {
  const { db, today, now, portalUrl } = ground;
  const last = findSwitch(db);
  const isOn = last?.isOn ?? false;
  const digests = [...composeDigests({ db, today }, weekOf(now))];
  return {
    faults,
    isOn,
    switched:
      last === null
        ? ''
        : `${isOn ? 'Slået til' : 'Slået fra'} ${instantInSentence(last.at)} af ${actorName(db, last.actor)}.`,
    next: isOn ? nextWords(ground, new Date(last?.at ?? 0)) : '',
    week: weekOf(now).replace(/^(\d+)-W0?(\d+)$/, 'uge $2, $1'),
    queued: queuedWords(receiversOfWeek(db, weekOf(now)).size),
    receivers: plural(digests.length, 'person får ugens mail', 'personer får ugens mail'),
    kinds: kindCounts(digests),
    rows: digests.map(receiverRow),
    examples: examplesOf(digests, chosen).map((one) => exampleView(one, ground)),
    fingerprint: fingerprintOf(digests, today, portalUrl),
    unreached: unreached(db),
    unsubscribed: listUnsubscribed(db).map(({ at, ...one }) => ({ ...one, at: instantInSentence(at) })),
  };
}

function nextWords({ db, now }: MailsGround, switchedOnAt: Date): string {
  const round = findRound(db, weekOf(now));
  if (round?.state === 'open' || (!round && isTimeToMail(now, switchedOnAt)))
    return 'Ugens mails sættes i kø nu.';
  const next = nextRoundAt(now, round !== undefined);
  const when = `${weekdayName(copenhagenDay(next))} den ${instantInSentence(next.toISOString())}`;
  return `${round?.state === 'skipped' ? 'Ugen er sprunget over. ' : ''}Portalen sender selv næste gang ${when}.`;
}

function queuedWords(count: number): string {
  return count === 0
    ? ''
    : `${plural(count, 'person har', 'personer har')} fået ugens mail eller står i kø til den.`;
}

/** '' when all are of one kind. */
function kindCounts(digests: readonly Digest[]): string {
  const byKind = [...Map.groupBy(digests, (one) => one.kind)];
  if (byKind.length < 2) return '';
  return byKind.map(([kind, own]) => `${mailKindLabel(kind)}: ${own.length}`).join('. ');
}

/** Municipalities whose asks nobody is reminded of, whatever is late: somebody there must be found first. */
function unreached(db: Db): { name: string; href: string }[] {
  const reached = new Set(listReceivers(db).map(({ municipality }) => municipality.id));
  return listMunicipalities(db)
    .filter(({ id }) => !reached.has(id))
    .map(({ name, slug }) => ({ name, href: `/kommuner/${slug}/kontakter` }));
}

function receiverRow(digest: Digest) {
  const { accountId, name, email, municipality, solutionIds } = digest.receiver;
  return {
    name,
    email,
    municipality: municipality.name,
    role: solutionIds === null ? 'Programleder' : 'Systemansvarlig',
    kind: mailKindLabel(digest.kind),
    counts: countsInWords(digest.counts),
    href: `/redaktion/mails?modtager=${encodeURIComponent(accountId)}#eksempel`,
  };
}

/** The chosen receiver's mail, or the first of each kind. */
function examplesOf(digests: readonly Digest[], chosen: string | null): Digest[] {
  const own = digests.filter((one) => one.receiver.accountId === chosen);
  if (own.length > 0) return own;
  return [...Map.groupBy(digests, (one) => one.kind).values()].flatMap(([first]) => first ?? []);
}

function exampleView(digest: Digest, { today, portalUrl }: MailsGround) {
  const { name, email, municipality } = digest.receiver;
  const { subject, text } = wordDigest(digest, today, portalUrl, `${portalUrl}/afmeld/…`);
  return { kind: mailKindLabel(digest.kind), to: `${name}, ${municipality.name} (${email})`, subject, text };
}
