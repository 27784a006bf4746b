/** A milestone that tells of a tender notice already published holds from that day, not from the meeting. */
export function isPublished(title: string): boolean {
  return /offentliggjort/i.test(title);
}
