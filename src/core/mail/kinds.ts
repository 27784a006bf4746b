/** Why the portal writes to somebody, and what each kind is called on screen. */
export const MAIL_KINDS = {
  invitation: 'Invitation',
  reset: 'Ny adgangskode',
  digest: 'Opsummering',
  reminder: 'Påmindelse',
  notice: 'Besked',
} as const;

export type MailKind = keyof typeof MAIL_KINDS;

/** The Danish word for a kind; a kind that only an older version knew is shown as it is. */
export function mailKindLabel(kind: string): string {
  return Object.entries(MAIL_KINDS).find(([key]) => key === kind)?.[1] ?? kind;
}
