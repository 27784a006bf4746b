export interface TimeOfDay {
  /** "09:30" */
  from: string;
  /** "11:00", or null when only a beginning is told. */
  to: string | null;
}

/** Reads "kl. 9.30 – 11.00", "09.30-11.00" or "kl. 20.30"; null when the text tells no time of day. */
export function parseTime(_text: string): TimeOfDay | null {
  return null;
}
