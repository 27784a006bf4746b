/** The marks that say a title may still change: "(arbejdstitel)" after it or "Arbejdstitel:" before it. */
const WORKING_TITLE = /^\s*arbejdstitel:\s*|\s*\(arbejdstitel\)\s*$/gi;

export function titleWithoutMarks(title: string): string {
  return title.replace(WORKING_TITLE, '').trim();
}

/** What makes a task the same in another deck: project and title, whatever the marks, case, spaces and punctuation. */
export function identityOf(project: string, title: string): string {
  return [project, titleWithoutMarks(title)].map(lettersAndDigits).join('|');
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
