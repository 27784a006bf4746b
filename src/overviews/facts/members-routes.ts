/** The page where somebody says which municipalities a group has: who uses DUBU, who has EG and who KMD. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence, dayInTable } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { type TypedTexts, textOf } from './field-views.ts';
import { membersForm } from './forms.ts';
import { frameOf } from './frame.ts';
import { kindOf, recordPath } from './kinds.ts';
import { basisOf, getSet, latestDay, membersMoved, membersOf, otherSetsOf, saveMembers } from './members.ts';
import type { Moved } from './stale.ts';

interface OfSet {
  Params: { id: string };
}

export function addMemberRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const path = '/redaktion/oplysninger/kommunegrupper/:id/medlemmer';
  const config = { access: 'staff' } as const;

  app.get<OfSet>(path, { config }, (request, reply) => {
    const { id } = request.params;
    const set = getSet(db, id);
    const typed = {
      medlem: [...membersOf(db, id)],
      kendt: set.membersKnown ? 'ja' : 'nej',
      'gaelder-fra': dayInTable(request.reading.today),
    };
    return show(request, reply, db, id, { typed });
  });

  app.post<OfSet>(path, { config }, (request, reply) => {
    const { id } = request.params;
    const set = getSet(db, id);
    const form = readForm(membersForm(request.reading.today), request.body);
    const { typed } = form;
    const doer = request.doer(textOf(typed._noegle) || null);
    const done = firstAnswer(db, doer);
    if (done) return reply.redirect(done, 303);
    const basis = Number(textOf(typed.grundlag)) || 0;
    if (basis !== basisOf(db, id)) {
      const moved = membersMoved(db, id, basis, request.reading.nameOf);
      return show(request, reply.code(409), db, id, { typed, moved });
    }
    if (!form.isValid) return show(request, reply.code(422), db, id, { typed, faults: form.faults });
    const { medlem, kendt, 'gaelder-fra': from, begrundelse: reason } = form.values;
    const codes = new Set(listMunicipalities(db).map((one) => one.id));
    const members = new Set(medlem.filter((code) => codes.has(code)));
    const earliest = latestDay(db, id);
    if (from < earliest) {
      const text = `Gruppen er ændret ${dayInSentence(earliest)}. Vælg den dag eller en senere.`;
      return show(request, reply.code(422), db, id, { typed, faults: [{ field: 'gaelder-fra', text }] });
    }
    const location = once(db, doer, () =>
      withReceipt(
        recordPathOf(id),
        saveMembers(db, doer, { set, members, isKnown: kendt === 'ja', from, reason }),
      ),
    );
    return reply.redirect(location, 303);
  });
}

function recordPathOf(id: string): string {
  const kind = kindOf('municipality_set');
  return kind ? recordPath(kind, id) : '/redaktion/oplysninger';
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  id: string,
  {
    typed,
    faults = [],
    moved = [],
  }: { typed: TypedTexts; faults?: readonly Fault[]; moved?: readonly Moved[] },
) {
  const set = getSet(db, id);
  const chosen = new Set([typed.medlem ?? []].flat());
  const others = otherSetsOf(db, id);
  const faultAt = (field: string) => faults.find((one) => one.field === field)?.text ?? '';
  const path = recordPathOf(id);
  const page = {
    heading: set.name,
    action: `${path}/medlemmer`,
    back: path,
    basis: String(basisOf(db, id)),
    faults,
    moved,
    count: plural(chosen.size, 'kommune er valgt', 'kommuner er valgt'),
    municipalities: listMunicipalities(db).map((one) => ({
      code: one.id,
      name: one.name,
      isChosen: chosen.has(one.id),
      /** "KMD-kommuner": where else it stands. */
      others: (others.get(one.id) ?? []).join(', '),
    })),
    isKnown: textOf(typed.kendt) ?? '',
    knownFault: faultAt('kendt'),
    from: textOf(typed['gaelder-fra']) ?? '',
    fromFault: faultAt('gaelder-fra'),
    reason: textOf(typed.begrundelse) ?? '',
    reasonFault: faultAt('begrundelse'),
    canSave: !request.reading.isPast,
  };
  const title = 'Vælg medlemmer';
  return reply.page('facts/members', page, frameOf(title, [{ href: path, text: set.name }, { text: title }]));
}
