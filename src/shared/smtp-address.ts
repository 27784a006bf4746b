import { isIP } from 'node:net';

/** A mail server and how it is spoken to. */
export interface SmtpServer {
  host: string;
  port: number;
  /**
   * `from-start`: encrypted before the first word (smtps). `upgraded`: never a mail or password in the clear.
   * `when-offered`: this machine only, where nobody listens on the way.
   */
  tls: 'from-start' | 'upgraded' | 'when-offered';
  login: { user: string; password: string } | null;
}

const FORM = 'skal være en adresse som smtps://navn:kode@mail.kommune.dk';

/**
 * "smtps://name:password@host:465" or "smtp://host:587". Anything behind the host is refused: options there could
 * switch the checks of certificates off.
 * @returns the server, or the end of a Danish sentence that never repeats the address, because it holds a password.
 */
export function readSmtpAddress(text: string): SmtpServer | { fault: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return { fault: FORM };
  if (url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname))
    return { fault: 'skal være serverens adresse alene, uden sti og tilvalg' };
  if ((url.username === '') !== (url.password === ''))
    return { fault: 'skal have både navn og kode foran @ eller ingen af dem' };
  const login = readLogin(url);
  if (login === undefined)
    return { fault: 'har et navn eller en kode, der ikke kan læses. Skriv tegnet % som %25' };
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'smtps:';
  return {
    host,
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    tls: isSecure ? 'from-start' : isThisMachine(host) ? 'when-offered' : 'upgraded',
    login,
  };
}

function readLogin({ username, password }: URL): SmtpServer['login'] | undefined {
  try {
    return username === ''
      ? null
      : { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
