import { draftOf, type Interpreter } from '#src/core/drafts/draft.ts';

/** Tax data in SAPA: five steps, four accesses with purposes, the closing date that another one replaces. */
export const interpretSapa: Interpreter = (snapshot, context) => [
  ...snapshot.sapa_steps.map((one, position) =>
    draftOf(context, one, {
      entity: 'sapa_step',
      id: context.idFor('sapa_step', one.step, one.step),
      label: `SAPA-trin ${one.number}: ${one.step}`,
      fields: { position, number: one.number, title: one.step, klik: one.klik },
    }),
  ),
  ...snapshot.sapa_accesses.flatMap((one, position) => {
    const accessId = context.idFor('sapa_access', one.name, one.name);
    const access = draftOf(context, one, {
      entity: 'sapa_access',
      id: accessId,
      label: `SAPA-adgang: ${one.name}`,
      fields: {
        position,
        name: one.name,
        channel: one.channel,
        levels: one.levels,
        purposesStated: one.purposes_stated,
        expected: one.expected,
      },
    });
    const purposes = one.purposes.map((purpose, index) =>
      draftOf(context, one, {
        entity: 'sapa_purpose',
        id: context.idFor('sapa_purpose', `${one.name}|${purpose.name}`, `${one.name} ${purpose.name}`),
        label: `Formål: ${one.name}, ${purpose.name}`,
        fields: { position: index, accessId, name: purpose.name, fate: purpose.fate },
      }),
    );
    return [access, ...purposes];
  }),
  ...snapshot.supersedings.map((one, position) =>
    draftOf(context, one, {
      entity: 'superseding',
      id: context.idFor('superseding', one.subject, one.subject),
      label: `Afløst dato: ${one.subject}`,
      fields: {
        position,
        subject: one.subject,
        before: one.before,
        afterRaw: one.after.raw,
        after: one.after.date,
        exempt: one.exempt,
      },
    }),
  ),
];
