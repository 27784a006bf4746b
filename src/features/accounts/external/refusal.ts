/** Why somebody could not sign in by the login solution: the word stands in the address, the sentence on the page. */
export const REFUSALS = {
  utilgaengelig: 'Login-løsningen svarer ikke lige nu. Prøv igen om lidt, eller log ind med adgangskode.',
  afbrudt: 'Login blev afbrudt. Prøv igen, eller log ind med adgangskode.',
  ugyldigt: 'Svaret fra login-løsningen kunne ikke bruges. Prøv igen herfra.',
  sikringsniveau:
    'I er logget ind på et lavere sikringsniveau, end portalen kræver. Brug et login med to faktorer.',
  'ingen-rolle':
    'Jeres login giver ingen rolle i portalen. Bed jeres brugeradministrator om en, eller skriv til programleder@kombit.dk.',
  roller: 'Jeres login giver både en rolle hos KOMBIT og i en kommune. Skriv til programleder@kombit.dk.',
  kommune: 'Jeres login fortæller ikke, hvilken kommune I arbejder i. Skriv til programleder@kombit.dk.',
  mail: 'Jeres login fortæller ingen bekræftet mailadresse. Skriv til programleder@kombit.dk.',
  'mail-findes':
    'Der er allerede en bruger med jeres mailadresse. Log ind med adgangskode, og tilknyt login-løsningen under Min konto.',
  lukket: 'Brugeren er lukket. Skriv til programleder@kombit.dk.',
  'anden-bruger': 'Det login hører allerede til en anden bruger. Skriv til programleder@kombit.dk.',
} as const;

export type RefusalWord = keyof typeof REFUSALS;

export class Refusal extends Error {
  override name = 'Refusal';
  word: RefusalWord;
  /** For the log. */
  code: string;
  constructor(word: RefusalWord, code: string = word) {
    super(`${word}: ${code}`);
    this.word = word;
    this.code = code;
  }
}

/** `?fejl=`: the sentence, or undefined for anything else. */
export function refusalText(query: unknown): string | undefined {
  const { fejl } = query as Record<string, unknown>;
  return typeof fejl === 'string' && Object.hasOwn(REFUSALS, fejl)
    ? REFUSALS[fejl as RefusalWord]
    : undefined;
}
