import type { FastifyInstance } from 'fastify';
import type { PortalGround } from '#src/web/feature.ts';
import { addCorrectionRoutes } from './correction-routes.ts';
import { addFileRoute } from './file-route.ts';
import { makeFileStore } from './files.ts';
import { createMaterialReader } from './reading.ts';
import { addReviewRoutes } from './review-routes.ts';
import { sweepFiles } from './stray-files.ts';
import { addUploadRoutes } from './upload-routes.ts';

export function addProposalRoutes(app: FastifyInstance, { db, config, clock }: PortalGround): void {
  const store = makeFileStore(config.dataFolder);
  const reader = createMaterialReader(db, store, app.log);
  app.addHook('onReady', async () => {
    sweepFiles(db, config.dataFolder, clock.now());
    reader.resume();
  });
  app.addHook('onClose', async () => reader.close());
  addUploadRoutes(app, { db, store, reader });
  addReviewRoutes(app, { db, reader });
  addCorrectionRoutes(app, db);
  addFileRoute(app, { db, store });
}
