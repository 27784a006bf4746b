/** `?udfoert=`: what was just done with the mails. Fixed sentences only. */
const DONE: Readonly<Record<string, string>> = {
  til: 'Mails er slået til.',
  fra: 'Mails er slået fra. Det, der ventede, er stoppet.',
  sendt: 'Ugens mails er sat i kø og bliver sendt nu.',
  'sprunget-over': 'Ugen er sprunget over. Det, der ventede, er stoppet.',
  igen: 'Mailen er sat i kø igen.',
  tilmeldt: 'I er tilmeldt ugens mail igen.',
};

export function doneOf(query: unknown): string | null {
  const { udfoert } = query as Record<string, unknown>;
  return typeof udfoert === 'string' && Object.hasOwn(DONE, udfoert) ? (DONE[udfoert] ?? null) : null;
}
