import { type Draft, draftOf, type Interpreter } from '#src/core/drafts/draft.ts';
import { ALWAYS } from '#src/core/journal/record.ts';

/** The meeting itself, its slides, agenda, contacts, links and sentences. A source stands on every day, so that every chip has a target. */
export const interpretMeeting: Interpreter = (snapshot, context) => {
  const { meeting } = snapshot;
  const always = (draft: Draft): Draft => ({ ...draft, effectiveOn: ALWAYS });
  const certain = { slide: 1, confidence: 'high' as const };
  const solutionOf = (target: string) => context.solutionIdFor(target.split('/')[0] ?? '') ?? null;
  // The same sentence on two slides is one record, of the slide where it first stands.
  const statements = snapshot.statements.filter(
    (one, i, all) => all.findIndex((other) => other.sha256 === one.sha256) === i,
  );
  return [
    always({
      ...draftOf(context, certain, {
        entity: 'meeting',
        id: context.meetingId,
        label: `Møde: ${meeting.title}`,
        fields: {
          title: meeting.title,
          date: meeting.date,
          dateBasis: meeting.date_basis,
          statusAreas: meeting.status_areas.map((area) => area.title),
        },
      }),
      slide: null,
    }),
    ...snapshot.slides.map((one) =>
      always(
        draftOf(
          context,
          { slide: one.number, confidence: 'high' },
          {
            entity: 'slide',
            id: `${context.meetingId}/${one.number}`,
            label: `Slide ${one.number}`,
            fields: { title: one.title, section: one.section, kind: one.kind, sources: one.sources },
          },
        ),
      ),
    ),
    ...meeting.agenda.map((one) =>
      always(
        draftOf(context, one, {
          entity: 'agenda_item',
          id: `${context.meetingId}/${one.number}`,
          label: `Dagsorden ${one.number}: ${one.title}`,
          fields: { number: one.number, title: one.title },
        }),
      ),
    ),
    ...snapshot.contacts.map((one) =>
      draftOf(context, one, {
        entity: 'contact',
        id: context.idFor('contact', one.email.toLowerCase(), one.email.split('@')[0] ?? one.email),
        label: `Kontakt: ${one.name || one.email}`,
        fields: { name: one.name, roles: one.roles, email: one.email, slides: one.slides },
      }),
    ),
    ...snapshot.links.map((one) =>
      draftOf(context, one, {
        entity: 'link',
        id: context.idFor('link', one.url, one.text || one.url),
        label: `Link: ${one.text || one.url}`,
        fields: { text: one.text, url: one.url },
        wording: ['text'],
      }),
    ),
    ...statements.map((one, position) =>
      draftOf(context, one, {
        entity: 'statement',
        id: one.sha256.slice(0, 16),
        label: 'Sætning fra materialet',
        fields: {
          kind: one.kind,
          target: one.target,
          solutionId: solutionOf(one.target),
          date: one.date,
          ...(one.text ? { text: one.text } : {}),
          position,
        },
        wording: ['kind'],
      }),
    ),
  ];
};
