import { isAdmin, type Principal } from '#src/core/access/roles.ts';
import { MAIL_KINDS, type MailKind, mailKindLabel } from '#src/core/mail/kinds.ts';
import { countMails, type LoggedMail, newestMails } from '#src/core/mail/queries.ts';
import { WEEKLY } from '#src/core/mail/weekly.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { dayOf, instantWords } from '#src/shared/instant.ts';
import type { FilterForm, StatusBadge } from '#src/web/parts.ts';
import { STATE_WORDS, type StateWord } from './forms.ts';

const SHOWN = 200;

const BADGES: Readonly<Record<LoggedMail['state'], StatusBadge>> = {
  queued: { word: 'Venter', icon: 'st-later', tone: 'open' },
  sending: { word: 'Bliver sendt', icon: 'st-progress', tone: 'progress' },
  sent: { word: 'Sendt', icon: 'st-done', tone: 'done' },
  refused: { word: 'Afvist', icon: 'st-missing', tone: 'over' },
  'given-up': { word: 'Opgivet', icon: 'st-not-relevant', tone: 'unknown' },
};

/**
 * What somebody of KOMBIT sees of the outbox. The staff send the weekly mails and must know whom they reached, so the
 * address stands whole. Who was invited or asked for a new password is the admins' business, as the accounts are.
 */
export function kindsSeenBy(principal: Principal | null): readonly MailKind[] {
  return isAdmin(principal) ? ALL : WEEKLY;
}

const ALL = Object.keys(MAIL_KINDS) as MailKind[];

/** `/redaktion/mails/log`: the newest mails. @param stopped ids of mails that the staff stopped */
export function mailLogPage(
  db: Db,
  kinds: readonly MailKind[],
  chosen: StateWord | null,
  stopped: ReadonlySet<number>,
) {
  const counts = countMails(db, kinds);
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const total = chosen === null ? all : (counts.get(STATE_WORDS[chosen]) ?? 0);
  const rows = newestMails(db, kinds, chosen === null ? null : STATE_WORDS[chosen], SHOWN);
  return {
    filter: filterForm(chosen, counts, all),
    count: total > SHOWN ? `De ${SHOWN} nyeste af ${total} mails` : plural(total, 'mail', 'mails'),
    rows: rows.map((row) => ({
      kind: mailKindLabel(row.kind),
      subject: row.subject || 'Teksten er slettet',
      address: row.address || 'Modtageren er slettet',
      status: BADGES[row.state],
      at: instantWords(row.settledAt ?? row.queuedAt),
      day: dayOf(new Date(row.settledAt ?? row.queuedAt)),
      answer: row.answer ?? '',
      tryAgain: mayTryAgain(row) && !stopped.has(row.id) ? `/redaktion/mails/${row.id}/igen` : null,
    })),
  };
}

function mayTryAgain({ state, isWhole }: LoggedMail): boolean {
  return isWhole && (state === 'refused' || state === 'given-up');
}

function filterForm(
  chosen: StateWord | null,
  counts: ReturnType<typeof countMails>,
  all: number,
): FilterForm {
  const options = Object.entries(STATE_WORDS).map(([value, state]) => ({
    value,
    text: `${BADGES[state].word} (${counts.get(state) ?? 0})`,
    isSelected: value === chosen,
  }));
  const every = { value: '', text: `Alle (${all})`, isSelected: chosen === null };
  return {
    action: '/redaktion/mails/log',
    label: 'Filtrér mails',
    fields: [{ id: 'tilstand', label: 'Tilstand', options: [every, ...options] }],
    keep: [],
    submit: 'Vis mails',
    resetHref: chosen === null ? null : '/redaktion/mails/log',
  };
}
