export const ACCESS_LOG_PATH = '/redaktion/adgangslog';

/** The entries about one account, or of one actor that is none. */
export function personHref(actor: string): string {
  return `${ACCESS_LOG_PATH}?person=${encodeURIComponent(actor)}`;
}
