import type { AssignedRole, ScopeType } from '@kernagenda/identity/domain';

/** Instants inside JSON, as PostgreSQL writes them. */
export interface PersonRow {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly homeVillageId: string | null;
  readonly createdAt: Date;
  readonly roles: readonly {
    readonly id: string;
    readonly role: AssignedRole;
    readonly scopeType: ScopeType;
    readonly scopeId: string;
    readonly startsAt: string;
    readonly endsAt: string | null;
  }[];
  readonly covers: readonly {
    readonly id: string;
    readonly covered: { readonly id: string; readonly displayName: string };
    readonly covering: { readonly id: string; readonly displayName: string };
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
}

/** $1: now. */
const columns = `
  p.id, p.display_name as "displayName", p.email, p.home_village_id as "homeVillageId", p.created_at as "createdAt",
  coalesce((
    select json_agg(json_build_object('id', r.id, 'role', r.role, 'scopeType', r.scope_type, 'scopeId', r.scope_id,
      'startsAt', r.starts_at, 'endsAt', r.ends_at) order by r.starts_at, r.id)
    from role_assignment r where r.person_id = p.id and (r.ends_at is null or r.ends_at > $1)), '[]') as roles,
  coalesce((
    select json_agg(json_build_object('id', c.id,
      'covered', json_build_object('id', covered.id, 'displayName', covered.display_name),
      'covering', json_build_object('id', covering.id, 'displayName', covering.display_name),
      'startsAt', c.starts_at, 'endsAt', c.ends_at) order by c.starts_at, c.id)
    from role_cover c
    join person covered on covered.id = c.covered_id
    join person covering on covering.id = c.covering_id
    where p.id in (c.covered_id, c.covering_id) and c.ends_at > $1), '[]') as covers`;

/** $1: now; $2: person. */
export const personQuery = `select ${columns} from person p where p.id = $2`;

/** $1: now; $2: a pattern for the name or address, or null; $3: a role, or null; $4, $5: the keys after which the page
 * begins, or null; $6: the number of rows. */
export const peopleQuery = `
  select ${columns} from person p
  where ($2::text is null or p.display_name ilike $2 or p.email ilike $2)
    and ($3::text is null or exists (select 1 from role_assignment r
      where r.person_id = p.id and r.role = $3 and (r.ends_at is null or r.ends_at > $1)))
    and ($4::text is null or (p.display_name, p.id) > ($4::text, $5::uuid))
  order by p.display_name, p.id limit $6`;
