import type { FastifyInstance } from 'fastify';
import { addExport } from '#src/web/export.ts';
import { ACCESSES_PAGE, accessesSection, STEPS_PAGE, stepsSection } from './page.ts';
import { listAccesses, listSteps } from './queries.ts';
import { accessSheet, stepSheet } from './sheets.ts';

/** The subject has no page of its own: its lists stand on the page of SAPA. */
export function addSapaRoutes(app: FastifyInstance): void {
  addExport(app, STEPS_PAGE.file, ({ reading: { db } }) => stepSheet(stepsSection(db, listSteps(db))), {
    page: STEPS_PAGE.place,
  });
  addExport(
    app,
    ACCESSES_PAGE.file,
    ({ reading: { db } }) => accessSheet(accessesSection(db, listAccesses(db))),
    { page: ACCESSES_PAGE.place },
  );
}
