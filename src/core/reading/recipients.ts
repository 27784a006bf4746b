/** Words for the people an agreement is sent to. */
const RECIPIENT_WORDS =
  /\p{L}*(?:programleder|systemansvarlig|dataansvarlig|infrastrukturansvarlig|projektleder|chefer|ejere|direktør|koordinator|administrator|superbruger|kontaktperson|faglig leder|jurist)\p{L}*/iu;

export function isRecipients(text: string): boolean {
  return RECIPIENT_WORDS.test(text);
}
