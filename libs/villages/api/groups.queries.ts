import { groupPositions } from '@kernagenda/identity/domain';
import type { GroupPosition } from '@kernagenda/identity/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { GroupKind } from '@kernagenda/villages/domain/groups';

/** Instants inside JSON, as PostgreSQL writes them. */
export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly version: number;
  readonly villages: readonly VillageRef[];
  readonly members: readonly MemberRow[];
}

export interface MemberRow {
  readonly id: string;
  readonly displayName: string;
  readonly position: GroupPosition;
  readonly startsAt: string;
  readonly endsAt: string | null;
}

/** What somebody is in a group, as SQL, first to last. */
export const positions = groupPositions.map((position) => `'${position}'`).join(', ');
const rankOf = (position: string): string => `array_position(array[${positions}], ${position})`;

/**
 * Who is in it now or later, while it lasts: the villages may have had another group before, and get another one after.
 * Of somebody with several roles in the group the highest one counts.
 */
const members = `
  select distinct on (r.person_id) r.person_id as id, r.display_name as "displayName", r.assigned_role as position,
    r.starts_at as "startsAt", r.ends_at as "endsAt"
  from role_public r
  where r.scope_type = 'village' and r.scope_id = any(g.village_ids)
    and r.assigned_role in (${positions})
    and coalesce(greatest(r.starts_at, g.starts_at, $1) < least(r.ends_at, g.ends_at), true)
  order by r.person_id, ${rankOf('r.assigned_role')}, r.starts_at`;

/**
 * $1: now; $2: a group, or null for all; $3, $4: name and id after which the page begins, or null; $5: the number of
 * rows.
 */
export const groupsQuery = `
  select g.id, g.name, g.kind, g.starts_at as "startsAt", g.ends_at as "endsAt", g.version,
    coalesce((select json_agg(json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) order by v.name)
      from village v where v.id = any(g.village_ids)), '[]') as villages,
    coalesce((select json_agg(m order by ${rankOf('m.position')},
      m."displayName", m.id) from (${members}) m), '[]') as members
  from working_group g
  where ($2::uuid is null or g.id = $2) and ($3::text is null or (g.name, g.id) > ($3::text, $4::uuid))
  order by g.name, g.id limit $5`;
