import { SettingsError } from './config';

/** One sentence with what to do for what an operator can mend; the stack for what is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return 'The PORT is taken by another program: stop that, or choose another PORT.';
  if (code === 'EACCES') return 'This PORT may not be opened by this user: choose one above 1024.';
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code)) {
    return 'The database of DATABASE_URL does not answer: is it running, and is the address right?';
  }
  if (/^(28...|3D000)$/.test(code)) return 'The database of DATABASE_URL refuses: check its name, user and password.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
