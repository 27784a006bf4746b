import {
  type Described,
  type Reading,
  type SearchEntry,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import { accessesSection, SAPA, stepsSection, supersedingSection } from './page.ts';
import {
  listAccesses,
  listPurposes,
  listSteps,
  listSupersedings,
  type SapaAccess,
  type SapaStep,
  type Superseding,
} from './queries.ts';

const PAGE = `/loesninger/${SAPA}`;
const STEPS = 'trin';
const ACCESSES = 'adgange';

export function sapaSections({ db }: Reading, solutionId: string): SolutionSection[] {
  if (solutionId !== SAPA) return [];
  const steps = listSteps(db);
  const accesses = listAccesses(db);
  const sections: SolutionSection[] = listSupersedings(db).map((one) => ({
    id: one.id,
    heading: one.subject,
    order: 44,
    view: 'sapa/superseding',
    data: supersedingSection(db, one),
  }));
  if (steps.length > 0)
    sections.push({
      id: STEPS,
      heading: 'Skattedata i SAPA, trin for trin',
      order: 40,
      view: 'sapa/steps',
      data: stepsSection(db, steps),
    });
  if (accesses.length > 0)
    sections.push({
      id: ACCESSES,
      heading: 'Adgange og formål',
      order: 42,
      view: 'sapa/accesses',
      data: accessesSection(db, accesses),
    });
  return sections;
}

export function sapaEntries({ db }: Reading): SearchEntry[] {
  const purposes = listPurposes(db);
  const entry = (
    described: Described,
    body: string[],
    row: { meetingId: string | null; slide: number | null },
  ) => ({
    group: 'Skattedata i SAPA',
    title: described.title,
    body: body.join(' '),
    href: described.href,
    context: ['SAPA', described.detail].filter(Boolean).join(' · '),
    source: sourcesOf(row)[0] ?? null,
  });
  return [
    ...listSteps(db).map((one) => entry(describeStep(one), [one.klik], one)),
    ...listAccesses(db).map((one) =>
      entry(
        describeAccess(one),
        [...one.levels, ...purposes.filter(({ accessId }) => accessId === one.id).map(({ name }) => name)],
        one,
      ),
    ),
    ...listSupersedings(db).map((one) =>
      entry(describeSuperseding(one), [one.before.raw, one.afterRaw, ...one.exempt], one),
    ),
  ];
}

export function describeSapa({ db }: Reading, entity: string, id: string): Described | undefined {
  const find = <T extends { id: string }>(rows: readonly T[]) => rows.find((row) => row.id === id);
  switch (entity) {
    case 'sapa_step':
      return described(find(listSteps(db)), describeStep);
    case 'sapa_access':
      return described(find(listAccesses(db)), describeAccess);
    case 'superseding':
      return described(find(listSupersedings(db)), describeSuperseding);
    case 'sapa_purpose': {
      const purpose = find(listPurposes(db));
      const access = listAccesses(db).find((one) => one.id === purpose?.accessId);
      if (!purpose || !access) return undefined;
      return {
        kind: 'Formål for skattedata',
        title: `${access.name}: ${purpose.name}`,
        href: `${PAGE}#${ACCESSES}`,
        detail: FATE_WORDS[purpose.fate],
      };
    }
    default:
      return undefined;
  }
}

const FATE_WORDS = { lapses: 'Udgår', stays: 'Forbliver', open: 'Ikke afklaret' } as const;

function described<T>(row: T | undefined, describe: (row: T) => Described): Described | undefined {
  return row === undefined ? undefined : describe(row);
}

function describeStep(step: SapaStep): Described {
  return {
    kind: 'Trin til skattedata',
    title: `${step.number}. ${step.title}`,
    href: `${PAGE}#${STEPS}`,
    detail: step.klik,
  };
}

function describeAccess(access: SapaAccess): Described {
  const count = access.purposesStated === null ? '' : `${access.purposesStated} formål`;
  const expected = access.expected ? `forventes ${access.expected.raw}` : '';
  return {
    kind: 'Adgang til skattedata',
    title: access.name,
    href: `${PAGE}#${ACCESSES}`,
    detail: [count, expected].filter(Boolean).join(', '),
  };
}

function describeSuperseding(one: Superseding): Described {
  return {
    kind: 'Dato, der er afløst',
    title: one.subject,
    href: `${PAGE}#${one.id}`,
    detail: `${one.afterRaw} (før: ${wordsOf(one.before, 'text')})`,
  };
}
