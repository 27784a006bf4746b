import type { Config } from '#src/config.ts';
import type { Standings } from '#src/core/journal/standing.ts';
import type { Db } from '#src/db/client.ts';
import { daysBetween } from '#src/shared/calendar-day.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { PageGround } from './page.ts';
import type { Banner } from './page-frame.ts';
import { withStand } from './with-stand.ts';

/** Material older than this makes a portal look dead where it is only quiet: a line says so. */
const OLD_AFTER_DAYS = 60;

/** The quiet lines above the content of every page. */
export function makeBanners(db: Db, standings: Standings, config: Config): PageGround['bannersFor'] {
  const newest = db.$client.prepare('select date from meeting order by id desc limit 1').pluck();
  return ({ reading }, todayHref) => {
    const banners: Banner[] = [];
    if (config.pinnedToday)
      banners.push({ text: `Portalen er sat til at vise ${dayInSentence(config.pinnedToday)} som i dag.` });
    const stored = newest.get() as string | undefined;
    if (stored === undefined) return [...banners, { text: 'Der er ikke indlæst noget mødemateriale endnu.' }];
    const meetingDay = (JSON.parse(stored) as FuzzyDate).to;
    const firstDay = standings.firstDay();
    if (firstDay && reading.today < firstDay) {
      banners.push({
        aboutReading: true,
        text: `Portalens ældste oplysning gælder fra ${dayInSentence(firstDay)}. Før den dag er der intet at vise.`,
      });
    }
    if (!reading.isPast && meetingDay && daysBetween(meetingDay, reading.today) > OLD_AFTER_DAYS) {
      banners.push({
        aboutReading: true,
        text: `Det nyeste materiale er fra programledermødet ${dayInSentence(meetingDay)}. Frister herunder kan være passeret for længst.`,
        link: {
          href: withStand(todayHref, meetingDay),
          text: `Se portalen pr. ${dayInSentence(meetingDay)}`,
        },
      });
    }
    return banners;
  };
}
