import { type DraftContext, draftOf, type Interpreter } from '#src/core/drafts/draft.ts';

/** News, events and contract dates of the solutions. */
export const interpretNews: Interpreter = (snapshot, context) => [
  ...snapshot.news.map((one, position) =>
    draftOf(context, one, {
      entity: 'news_item',
      id: context.idFor('news_item', `${one.target}|${one.title}`, one.title),
      label: `Nyhed: ${one.title}`,
      fields: { position, solutionId: solutionOf(one.target, context), title: one.title, date: one.date },
      days: [one.date?.from],
    }),
  ),
  ...snapshot.events.map((one) =>
    draftOf(context, one, {
      entity: 'event',
      id: context.idFor('event', eventIdentity(one.title, one.date.from), one.title),
      label: `Arrangement: ${one.title}`,
      fields: {
        solutionId: solutionOf(one.target, context),
        title: one.title,
        date: one.date,
        time: one.time,
        place: one.place,
        audience: one.audience,
        signupDeadline: one.signup_deadline,
        url: one.url,
        announced: one.announced,
      },
      days: [one.announced?.from, one.date.from],
    }),
  ),
  ...snapshot.contract_dates.flatMap((one) => {
    const solutionId = solutionOf(one.target, context);
    if (!solutionId) return [];
    return [
      draftOf(context, one, {
        entity: 'contract_date',
        id: `${solutionId}/${one.what}`,
        label: `Kontraktdato: ${one.target}`,
        fields: { solutionId, what: one.what, date: one.date },
      }),
    ];
  }),
];

function solutionOf(target: string, context: DraftContext): string | null {
  return context.solutionIdFor(target.split('/')[0] ?? '') ?? null;
}

/** The same title on another day is another event: monthly webinars keep their name. */
function eventIdentity(title: string, day: string | null): string {
  return `${title
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, '')}|${day ?? ''}`;
}
