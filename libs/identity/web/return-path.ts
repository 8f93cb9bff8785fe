/** The page to go back to after signing in: only a path of this site, never an address elsewhere. */
export function safeReturnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]/.test(wanted) || /[\u0000-\u001f\\]/.test(wanted)) return '/';
  return wanted.startsWith('/inloggen') ? '/' : wanted;
}
