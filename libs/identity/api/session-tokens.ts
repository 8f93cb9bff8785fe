import { createHash } from 'node:crypto';

/** What is stored of a session token: 32 random bytes need no salt. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
