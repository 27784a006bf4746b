/** What an admin should look at: told in calm lines above the log, for the last 30 days. */
import { DateTime } from 'luxon';
import { actorName } from '#src/core/access/accounts.ts';
import { lastAccessEntry, listAccessEntries } from '#src/core/access-log/queries.ts';
import type { Db } from '#src/db/client.ts';
import { copenhagenDay } from '#src/shared/calendar-day.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { instantInSentence } from '#src/shared/instant.ts';

const WATCHED_DAYS = 30;
/** More refusals of one account on one day than somebody gets by mistake. */
const MANY_REFUSED = 20;
/** Hours in Copenhagen between which people work. */
const WORK = { from: 6, until: 22 };
const MOST_SIGN_INS = 5000;

export interface Alarm {
  isWarning: boolean;
  text: string;
  /** Where the entries are; '' for none. */
  href: string;
}

/** First whether the logs are whole, then what is unusual. */
export function alarms(db: Db, now: Date): Alarm[] {
  const since = new Date(now.getTime() - WATCHED_DAYS * 24 * 3600_000).toISOString();
  const unusual = [...oftenRefused(db, since), ...atUnusualHours(db, since)];
  const calm = { isWarning: false, text: `Intet usædvanligt de seneste ${WATCHED_DAYS} dage.`, href: '' };
  return [chainLine(db), ...(unusual.length > 0 ? unusual : [calm])];
}

function chainLine(db: Db): Alarm {
  const last = lastAccessEntry(db, 'chains-checked');
  const href = '?haendelse=chains-checked';
  if (!last) return { isWarning: false, text: 'Loggene er ikke kontrolleret endnu.', href: '' };
  const when = instantInSentence(last.at);
  if (last.outcome === 'ok')
    return { isWarning: false, text: `Loggene er kontrolleret ${when}. Ingen har ændret i dem.`, href };
  const text = `Loggene blev kontrolleret ${when}, og nogen har ændret i dem uden om portalen. Kør portal check, og gem databasen.`;
  return { isWarning: true, text, href };
}

/** Counted by account: what somebody was refused, and what failed on the way in to their account. */
function oftenRefused(db: Db, since: string): Alarm[] {
  const rows = db.$client
    .prepare(
      `select case when actor = 'anonym' then object_id else actor end as account, at from access_log
       where at >= ? and outcome <> 'ok' and (actor not in ('anonym', 'system') or object_type = 'account')`,
    )
    .all(since) as { account: string; at: string }[];
  const byDay = Map.groupBy(rows, ({ account, at }) => `${copenhagenDay(new Date(at))} ${account}`);
  return [...byDay]
    .filter(([, own]) => own.length > MANY_REFUSED)
    .map(([key, own]) => {
      const [day = '', account = ''] = key.split(' ');
      const text = `${actorName(db, account)} blev afvist ${own.length} gange ${dayInSentence(day)}.`;
      const query = new URLSearchParams({ person: account, fra: day, til: day });
      return { isWarning: true, text, href: `?${query.toString()}` };
    });
}

function atUnusualHours(db: Db, since: string): Alarm[] {
  const filter = { event: 'sign-in', outcome: 'ok', from: since } as const;
  const unusual = listAccessEntries(db, filter, { most: MOST_SIGN_INS }).filter(({ at }) => isUnusual(at));
  return [...Map.groupBy(unusual, ({ actor }) => actor)].map(([actor, own]) => {
    const latest = instantInSentence(own[0]?.at ?? '');
    const often =
      own.length === 1 ? `loggede ind ${latest}` : `loggede ind ${own.length} gange, senest ${latest}`;
    const text = `${actorName(db, actor)} ${often}, uden for kl. ${WORK.from} til ${WORK.until}.`;
    const query = new URLSearchParams({ person: actor, haendelse: 'sign-in' });
    return { isWarning: true, text, href: `?${query.toString()}` };
  });
}

function isUnusual(at: string): boolean {
  const { hour } = DateTime.fromISO(at, { zone: 'Europe/Copenhagen' });
  return hour < WORK.from || hour >= WORK.until;
}
