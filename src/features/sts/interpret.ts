import { draftOf, type Interpreter } from '#src/core/drafts/draft.ts';
import { isPublished } from './rules.ts';

/** The re-tender: milestones, phases, components, layers, transition, goals, the agile chain. */
export const interpretSts: Interpreter = (snapshot, context) => [
  ...snapshot.sts_milestones.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_milestone',
      id: context.idFor('sts_milestone', one.title, one.title),
      label: `STS-milepæl: ${one.title}`,
      fields: { position, title: one.title, date: one.date },
      days: [isPublished(one.title) ? one.date.from : null],
    }),
  ),
  ...snapshot.sts_phases.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_phase',
      id: context.idFor('sts_phase', one.title, one.title),
      label: `STS-fase: ${one.title}`,
      fields: { position, title: one.title, date: one.date },
    }),
  ),
  ...snapshot.sts_components.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_component',
      id: context.idFor('sts_component', one.name, one.name),
      label: `Komponent: ${one.name}`,
      fields: { position, name: one.name },
    }),
  ),
  ...snapshot.sts_layers.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_layer',
      id: context.idFor('sts_layer', one.layer, one.layer),
      label: `Lag: ${one.layer}`,
      fields: { position, layer: one.layer, contract: one.contract },
    }),
  ),
  ...snapshot.sts_transition.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_transition_step',
      id: context.idFor('sts_transition_step', one.step, one.step),
      label: `Transition: ${one.step}`,
      fields: {
        position,
        step: one.step,
        supplier: one.supplier,
        cells: one.cells,
        // Where no label could be read at all, the material says nothing of them.
        ...(snapshot.sts_transition.some(({ label }) => label) ? { label: one.label } : {}),
      },
    }),
  ),
  ...snapshot.sts_goals.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_goal',
      id: context.idFor('sts_goal', one.title, one.title),
      label: `Mål: ${one.title}`,
      fields: { position, number: one.number, title: one.title },
    }),
  ),
  ...snapshot.sts_chain.map((one, position) =>
    draftOf(context, one, {
      entity: 'sts_chain_step',
      id: context.idFor('sts_chain_step', one.title, one.title),
      label: `Led i kæden: ${one.title}`,
      fields: { position, title: one.title },
    }),
  ),
];
