/**
 * "Meld en fejl": a mail that is ready to be written, with the address of the page and the slide in it.
 */
const MAILBOX = 'programleder@kombit.dk';

/**
 * `pageUrl` is the full address as the reader sees it, with filters and `?stand=`. `source` is what a chip says,
 * e.g. "Nov. 2025, slide 9", or '' when the page has no single slide.
 */
export function reportErrorHref(report: { pageUrl: string; title: string; source: string }): string {
  const body = [
    'Hvad er forkert, og hvad skal der stå?',
    '',
    '',
    `Side: ${report.title}`,
    `Adresse: ${report.pageUrl}`,
    ...(report.source ? [`Kilde: ${report.source}`] : []),
  ].join('\r\n');
  const subject = `Fejl på Programlederportalen: ${report.title}`;
  return `mailto:${MAILBOX}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
