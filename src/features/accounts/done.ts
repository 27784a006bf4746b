/** `?udfoert=`: what was just done to an account, told on the page that answers. Fixed sentences only. */
const DONE: Readonly<Record<string, string>> = {
  valgt: 'Adgangskoden er valgt, og I er logget ind.',
  navn: 'Navnet er gemt.',
  adgangskode: 'Adgangskoden er skiftet. Alle andre sessioner er afsluttet.',
  'mail-til': 'I er tilmeldt ugens mail igen.',
  'mail-fra': 'Ugens mail er afmeldt.',
  session: 'Sessionen er afsluttet.',
  sessioner: 'Sessionerne er afsluttet.',
  'kalender-vist': 'Adressen er oprettet og vist én gang. Har I den ikke, så forny den nedenfor.',
  'kalender-fjernet': 'Kalenderadressen er fjernet og virker ikke længere.',
  tilknyttet: 'Login-løsningen er tilknyttet. I kan logge ind på begge måder.',
  fjernet: 'Login-løsningen er ikke længere tilknyttet.',
  inviteret: 'Brugeren er oprettet, og invitationen er sendt.',
  'inviteret-igen': 'En ny invitation er sendt. Den gamle virker ikke længere.',
  gemt: 'Ændringerne er gemt.',
  lukket: 'Brugeren er lukket og logget ud overalt.',
  aabnet: 'Brugeren er åbnet igen.',
  glemt: 'Personen er anonymiseret.',
};

export function doneOf(query: unknown): string | null {
  const { udfoert } = query as Record<string, unknown>;
  return typeof udfoert === 'string' && Object.hasOwn(DONE, udfoert) ? (DONE[udfoert] ?? null) : null;
}
