import { z } from 'zod';
import type { ApiResource } from '#src/core/offers/offers.ts';
import { fuzzyDateSchema } from '#src/core/snapshot/schema.ts';
import { listNotes, listTasks } from './queries.ts';
import { titleWithoutMarks } from './rules.ts';
import { byEnd } from './wording.ts';

const source = z.object({ meeting: z.string().nullable(), slide: z.number().int().nullable() });

export const taskResources: readonly ApiResource[] = [
  {
    path: 'tasks',
    summary: 'KLIK-opgaver, nærmeste frist først',
    item: z.object({
      slug: z.string(),
      solution: z.string().meta({ description: 'Løsningens slug, fx "sapa"' }),
      title: z.string().meta({ description: 'Uden mærket "arbejdstitel"' }),
      workingTitle: z.boolean(),
      start: fuzzyDateSchema,
      end: fuzzyDateSchema,
      notes: z.array(
        z.object({
          text: z
            .string()
            .nullable()
            .meta({ description: 'Portalens ord, ellers slidens; null, når ingen af dem er gemt' }),
          date: fuzzyDateSchema.nullable(),
          uncertain: z.boolean().meta({ description: 'Noten kan høre til en anden af opgaverne i tasks' }),
          tasks: z.array(z.string()),
          source,
        }),
      ),
      appliesTo: z
        .string()
        .meta({ description: '"all" eller en navngiven gruppe, fx "eg", hvis medlemmer ikke er oplyst' }),
      source,
    }),
    read: ({ db }) => {
      const notes = listNotes(db);
      return {
        data: byEnd(listTasks(db)).map((task) => ({
          slug: task.id,
          solution: task.solutionId,
          title: titleWithoutMarks(task.title),
          workingTitle: task.workingTitle,
          start: task.start,
          end: task.end,
          notes: notes
            .filter(({ tasks }) => tasks.some((one) => one.id === task.id))
            .map(({ note, tasks }) => ({
              text: note.wording ?? note.text,
              date: note.date,
              uncertain: note.uncertain,
              tasks: tasks.map((one) => one.id),
              source: sourceOf(note),
            })),
          appliesTo: task.appliesToId ?? 'all',
          source: sourceOf(task),
        })),
      };
    },
  },
];

function sourceOf({ meetingId, slide }: { meetingId: string | null; slide: number | null }) {
  return { meeting: meetingId, slide };
}
