const LONGEST = 100;

/** A person's name as it stands in lists, logs and mails. @returns the name, or one Danish sentence */
export function readPersonName(typed: string): { name: string } | { fault: string } {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '') return { fault: 'Skriv navnet.' };
  if (name.length > LONGEST) return { fault: `Navnet er for langt. Brug højst ${LONGEST} tegn.` };
  // What reads as an address in a mail's greeting would be somebody's message to somebody else.
  if (/[<>@\p{Cc}]|https?:|www\./iu.test(name))
    return { fault: 'Skriv navnet uden mailadresse, link og tegnene < >.' };
  return { name };
}
