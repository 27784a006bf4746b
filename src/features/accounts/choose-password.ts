/** The pages behind the links of an invitation and of a forgotten password: both end in a chosen password. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { setPassword } from '#src/core/access/account-deeds.ts';
import type { Account } from '#src/core/access/accounts.ts';
import { findLink, INVITATION_PATH, RESET_PATH, useLink } from '#src/core/access/one-time-links.ts';
import { hashPassword, whyNotPassword } from '#src/core/access/passwords.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { type DeadLink, showDeadLink } from './dead-link.ts';
import { NOTHING_SENT, passwordField, type Shown } from './fields.ts';
import { newPassword } from './forms.ts';
import { aloneFrame } from './frame.ts';
import { mailPasswordChanged } from './mails.ts';
import { enter } from './sign-in.ts';

interface Kind {
  purpose: 'invitation' | 'reset';
  path: string;
  title: string;
  lede: (account: Account) => string;
  dead: DeadLink;
}

const KINDS: readonly Kind[] = [
  {
    purpose: 'invitation',
    path: INVITATION_PATH,
    title: 'Velkommen til Programlederportalen',
    lede: ({ name, email }) => `Hej ${name}. Vælg en adgangskode. I logger ind med den og ${email}.`,
    dead: {
      heading: 'Invitationen virker ikke længere',
      text: 'Et link virker én gang og i syv dage, og kun det nyeste virker. Har I valgt en adgangskode, så log ind. Ellers bed om et nyt link under Glemt adgangskode.',
      action: { href: '/glemt-adgangskode', text: 'Bed om et nyt link' },
    },
  },
  {
    purpose: 'reset',
    path: RESET_PATH,
    title: 'Vælg en ny adgangskode',
    lede: ({ email }) => `Den gælder for ${email}. Alle, der er logget ind med den gamle, bliver logget ud.`,
    dead: {
      heading: 'Linket virker ikke længere',
      text: 'Et link virker én gang og i ti minutter, og kun det nyeste virker. Bed om et nyt.',
      action: { href: '/glemt-adgangskode', text: 'Bed om et nyt link' },
    },
  },
];

const passwordForm = z.object({ adgangskode: newPassword });

type WithToken = { Params: { noegle: string } };

export function choosePasswordRoutes(
  app: FastifyInstance,
  { db, config: { portalUrl } }: PortalGround,
): void {
  for (const kind of KINDS) {
    const url = `${kind.path}/:noegle`;
    const config = { access: 'open', secretPath: true } as const;

    app.get<WithToken>(url, { config }, (request, reply) => {
      const account = openedBy(db, kind, request);
      return account ? showForm(reply, kind, account, NOTHING_SENT) : showDeadLink(reply, kind.dead);
    });

    const limited = { ...config, rateLimit: { max: 20, timeWindow: 60_000 } };
    app.post<WithToken>(url, { config: limited }, async (request, reply) => {
      const account = openedBy(db, kind, request);
      if (!account) return showDeadLink(reply, kind.dead);
      const form = readForm(passwordForm, request.body);
      if (!form.isValid) return showForm(reply.code(422), kind, account, form);
      const text = whyNotPassword(form.values.adgangskode, account);
      if (text) {
        const faults = [{ field: 'adgangskode', text }];
        return showForm(reply.code(422), kind, account, { ...form, faults });
      }
      const passwordHash = await hashPassword(form.values.adgangskode);
      const { noegle: token } = request.params;
      const isDone = choosePassword(db, request.doer(), portalUrl, { kind, account, token, passwordHash });
      if (!isDone) return showDeadLink(reply, kind.dead);
      enter(request, reply, db, account.id, 'password');
      return reply.redirect(`${startOf(db, kind, account)}?udfoert=valgt`, 303);
    });
  }
}

function openedBy(db: Db, { purpose }: Kind, request: FastifyRequest<WithToken>): Account | null {
  return findLink(db, purpose, request.params.noegle, request.now)?.account ?? null;
}

/** Whoever is new begins with the municipality's asks. */
function startOf(db: Db, { purpose }: Kind, { municipalityId }: Account): string {
  const own = listMunicipalities(db).find(({ id }) => id === municipalityId);
  return purpose === 'invitation' && own ? `/kommuner/${own.slug}` : '/min-konto';
}

interface Choice {
  kind: Kind;
  account: Account;
  token: string;
  passwordHash: string;
}

/** @returns false when the link was used or died while the password was hashed. */
function choosePassword(
  db: Db,
  doer: Doer,
  portalUrl: string,
  { kind, account, token, passwordHash }: Choice,
) {
  const choose = db.$client.transaction(() => {
    if (!useLink(db, kind.purpose, token, doer.now)) return false;
    // Whoever holds the link acts as the person it was sent to.
    const who = { ...doer, actor: account.id, roles: account.roles, municipalityId: account.municipalityId };
    setPassword(db, who, account.id, passwordHash, { event: 'password-set' });
    if (kind.purpose === 'invitation')
      logAccess(db, who, { event: 'invitation-used', objectType: 'account', objectId: account.id }, doer.now);
    else mailPasswordChanged({ db, portalUrl, now: doer.now }, account);
    return true;
  });
  return choose.immediate();
}

function showForm(reply: FastifyReply, kind: Kind, account: Account, shown: Shown): Promise<FastifyReply> {
  return reply.header('cache-control', 'no-store').page(
    'accounts/choose-password',
    {
      heading: kind.title,
      lede: kind.lede(account),
      email: account.email,
      fields: [passwordField(shown)],
      faults: shown.faults,
    },
    aloneFrame(kind.title),
  );
}
