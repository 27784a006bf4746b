/** What the portal writes to people about their accounts. Queued in the transaction of the deed. */
import type { Account } from '#src/core/access/accounts.ts';
import { INVITATION_PATH, type NewLink, RESET_PATH } from '#src/core/access/one-time-links.ts';
import { ROLE_WORDS } from '#src/core/access/roles.ts';
import { queueMail } from '#src/core/mail/queue.ts';
import { type MailBlock, type MailContent, renderMail } from '#src/core/mail/render.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { instantInSentence } from '#src/shared/instant.ts';

type Receiver = Pick<Account, 'id' | 'email' | 'name' | 'roles'>;
type Invited = Receiver & Pick<Account, 'municipalityId'>;

export interface MailGround {
  db: Db;
  portalUrl: string;
  now: Date;
}

export function mailInvitation({ db, portalUrl, now }: MailGround, to: Invited, link: NewLink): void {
  const roles = to.roles
    .map((role) => ROLE_WORDS[role].toLowerCase().replace('kombit', 'KOMBIT'))
    .join(' og ');
  const own = listMunicipalities(db).find(({ id }) => id === to.municipalityId);
  const whose = own ? ` for ${own.officialName}` : '';
  const content: MailContent = {
    title: 'Velkommen til Programlederportalen',
    blocks: [
      paragraph(`Hej ${to.name}. KOMBIT har oprettet jer som ${roles}${whose} i Programlederportalen.`),
      ...(own ? [paragraph(WHAT_FOR)] : []),
      paragraph('Vælg en adgangskode for at komme i gang. I logger ind med denne mailadresse.'),
      { kind: 'action', text: 'Vælg adgangskode', href: `${portalUrl}${INVITATION_PATH}/${link.token}` },
      paragraph(`Linket virker én gang og senest ${instantInSentence(link.expiresAt.toISOString())}.`),
    ],
    reason:
      'I får mailen, fordi en administrator har oprettet jer som bruger. Kender I ikke til det, så se bort fra den.',
    portalUrl,
  };
  const subject = 'Velkommen til Programlederportalen';
  queueMail(
    db,
    {
      kind: 'invitation',
      to: addressOf(to),
      subject,
      ...renderMail(content),
      portalUrl,
      holdsSecret: true,
      usefulUntil: link.expiresAt,
    },
    now,
  );
}

const WHAT_FOR =
  'Her står, hvad kommunen skal gøre og hvornår: KLIK-opgaver, aftaler og frister fra programledermøderne. I svarer for kommunen, sender opgaver videre og får fristerne i jeres kalender.';

/** What the mail with a new link says: written for everybody who asks, so that it costs the same, sent to those we know. */
export function renderReset(portalUrl: string, token: string): { text: string; html: string } {
  return renderMail({
    title: 'Vælg en ny adgangskode',
    blocks: [
      paragraph('Nogen har bedt om en ny adgangskode til denne mailadresse.'),
      { kind: 'action', text: 'Vælg ny adgangskode', href: `${portalUrl}${RESET_PATH}/${token}` },
      paragraph(
        'Linket virker én gang og i ti minutter. Den gamle adgangskode virker, til I har valgt en ny.',
      ),
    ],
    reason: 'Har I ikke selv bedt om det, så se bort fra mailen. Ingen kan bruge linket uden den.',
    portalUrl,
  });
}

export function mailReset(
  { db, portalUrl, now }: MailGround,
  to: Receiver,
  rendered: { text: string; html: string },
  link: NewLink,
): void {
  queueMail(
    db,
    {
      kind: 'reset',
      to: addressOf(to),
      subject: 'Ny adgangskode til Programlederportalen',
      ...rendered,
      portalUrl,
      holdsSecret: true,
      usefulUntil: link.expiresAt,
    },
    now,
  );
}

/** To somebody whose sign-in is at the login solution: there is no password here to forget. */
export function mailSignInElsewhere(ground: MailGround, to: Receiver): void {
  notice(ground, to, 'I logger ind med jeres egen login-løsning', [
    paragraph(
      'Nogen har bedt om en ny adgangskode til denne mailadresse. I har ingen adgangskode i portalen.',
    ),
    { kind: 'action', text: 'Gå til Log ind', href: `${ground.portalUrl}/log-ind` },
  ]);
}

/** Whoever did not do it themselves hears of it. */
export function mailPasswordChanged(ground: MailGround, to: Receiver): void {
  notice(ground, to, 'Jeres adgangskode er skiftet', [
    paragraph(
      `Adgangskoden til Programlederportalen blev skiftet ${instantInSentence(ground.now.toISOString())}.`,
    ),
    paragraph(
      'Var det ikke jer, så vælg straks en ny under Glemt adgangskode, og skriv til programleder@kombit.dk.',
    ),
  ]);
}

function notice({ db, portalUrl, now }: MailGround, to: Receiver, title: string, blocks: MailBlock[]): void {
  const reason = 'I får mailen, fordi I har en bruger i portalen.';
  const rendered = renderMail({ title, blocks, reason, portalUrl });
  queueMail(db, { kind: 'notice', to: addressOf(to), subject: title, ...rendered, portalUrl }, now);
}

function paragraph(text: string): MailBlock {
  return { kind: 'paragraph', text };
}

function addressOf({ id, email }: Receiver): { address: string; accountId: string } {
  return { address: email, accountId: id };
}
