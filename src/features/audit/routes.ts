import type { FastifyInstance } from 'fastify';
import { once } from '#src/core/deeds/once.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { addAccessLogRoutes } from './access-log/routes.ts';
import { undo } from './actions.ts';
import { undoForm } from './forms.ts';

export function auditRoutes(app: FastifyInstance, ground: PortalGround): void {
  const { db } = ground;
  addAccessLogRoutes(app, ground);

  app.post('/fortryd', { config: { access: 'signed-in' } }, (request, reply) => {
    const form = readForm(undoForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    const { aendring, tilbage, _noegle } = form.values;
    const doer = request.doer(_noegle || null);
    const location = once(db, doer, () => withReceipt(tilbage, undo(db, aendring, doer, request.principal)));
    return reply.redirect(location, 303);
  });
}
