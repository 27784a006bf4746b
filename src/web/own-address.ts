/**
 * The target of a request as an address of this portal: it begins with one slash and can be decoded. Pages print it in
 * links and forms, and a browser reads `//elsewhere.example` as another site. What cannot be decoded is searched for as
 * it stands, which ends in the ordinary page for addresses that are not there.
 */
export function ownAddress(target: string): string {
  const [path = '', query] = target.replace(/#.*/s, '').split(/\?(.*)/s, 2);
  const own = `/${path.replace(/^https?:\/\/[^/]*/i, '').replace(/^[/\\]+/, '')}`;
  const readable = isDecodable(own) ? own : own.replaceAll('%', '%25');
  return query === undefined ? readable : `${readable}?${query}`;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Where a form or a sign-in may lead back to: a path of the portal, or the front page for anything else. */
export function ownPath(asked: string): string {
  const isOwn = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(asked) && !asked.startsWith('/log-');
  if (!isOwn || !URL.canParse(asked, OWN)) return '/';
  const { origin, pathname, search } = new URL(asked, OWN);
  return origin === OWN && !pathname.startsWith('//') ? pathname + search : '/';
}

const OWN = 'https://portal.invalid';
