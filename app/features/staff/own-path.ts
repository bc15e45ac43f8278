/**
 * Where to go on after signing in: an address of this site, or its first page. Anything that a browser could read as
 * another site (`//host`, `/\host`, a scheme) is refused. Never an act: those are posted.
 */
export function ownPath(next: string): string {
  if (!/^\/(?![/\\])/.test(next) || !URL.canParse(next, 'http://site')) return '/'
  const url = new URL(next, 'http://site')
  return url.origin === 'http://site' && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}
