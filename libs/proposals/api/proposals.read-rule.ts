import { hasRole } from '@kernagenda/identity/domain';
import type { Actor, ScopeType } from '@kernagenda/identity/domain';

/**
 * The read rule as SQL, beside `mayRead` in the domain; a property test holds the two equal. Both predicates take the
 * row as `p` (a proposal or `proposal_submission`) and its village as `v` (`village_public`), and the values of
 * `readerValues` from parameter `first` on.
 */
export function readable(first: number): string {
  return `(p.moderation_state = 'approved' or p.author_id = $${first}
    or (p.moderation_state <> 'draft' and ${moderated(first)}))`;
}

/** Whether the reader is the broker who moderates the row; the same as `mayModerate` in the domain. */
export function moderated(first: number): string {
  const [person, home, villages, areas, municipalities, isBroker, now] = [0, 1, 2, 3, 4, 5, 6].map(
    (offset) => `$${first + offset}`,
  );
  return `(${isBroker}::boolean and p.author_id is distinct from ${person}::uuid
    and not ${person}::uuid = any(p.entered_by) and v.id is distinct from ${home}::uuid
    and (v.id = any(${villages}::uuid[]) or v.area_id = any(${areas}::uuid[])
      or v.municipality_id = any(${municipalities}::uuid[]) or needs_stand_in(v.id, p.author_id, p.entered_by, ${now}::timestamptz)))`;
}

/** How many parameters a predicate takes. */
export const readerValueCount = 7;

/** Who reads, as the predicates want it. */
export function readerValues(actor: Actor | null, now: Date): readonly unknown[] {
  const scopes = (type: ScopeType): string[] =>
    (actor?.roles ?? [])
      .filter((role) => role.role === 'broker' && role.scopeType === type)
      .map((role) => role.scopeId);
  return [
    actor?.personId ?? null,
    actor?.homeVillageId ?? null,
    scopes('village'),
    scopes('area'),
    scopes('municipality'),
    hasRole(actor, 'broker'),
    now,
  ];
}
