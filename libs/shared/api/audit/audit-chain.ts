import { createHash } from 'node:crypto';

/** What stands before the first link. */
export const chainStart = '0'.repeat(64);

/** The columns of an entry that the chain covers, in the order in which they are hashed. */
export const chainedColumns = [
  'id',
  'at',
  'actor_id',
  'action',
  'object_type',
  'object_id',
  'from_state',
  'to_state',
  'details_hash',
] as const;

/** An entry as the chain sees it: every value as text, the instant as seconds since 1970 with six digits. */
export type ChainedEntry = Readonly<Record<(typeof chainedColumns)[number], string | null>> & { readonly id: string };

/** SQL for these columns of `audit_entry e`, exact and the same in every time zone. */
export const chainedSelect = chainedColumns
  .map((column) => (column === 'at' ? `extract(epoch from e.at)::text as at` : `e.${column}::text`))
  .join(', ');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of a link, which holds all that came before it. */
export function hashLink(previousHash: string, position: number, entry: ChainedEntry): string {
  return sha256(JSON.stringify([previousHash, position, ...chainedColumns.map((column) => entry[column])]));
}

/** The hash an entry keeps of its details; once the salt is erased with them, nobody can guess what they were. */
export function hashDetails(salt: string, details: string): string {
  return sha256(`${salt}:${details}`);
}
