import type { VillageRef } from '@kernagenda/villages/domain';

export interface AreaRow {
  readonly id: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly version: number;
  readonly villages: readonly VillageRef[];
  readonly brokers: readonly { readonly displayName: string }[];
}

/** $1: now; $2: an area, or null for all; $3: the name after which the page begins, or null; $4: the number of rows. */
export const areasQuery = `
  select a.id, a.name, a.is_example as "isExample", a.version,
    coalesce((select json_agg(json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) order by v.name)
      from village v where v.area_id = a.id), '[]') as villages,
    coalesce((select json_agg(distinct jsonb_build_object('displayName', r.display_name)) from role_public r
      where r.role = 'broker' and r.scope_type = 'area' and r.scope_id = a.id
        and r.starts_at <= $1 and (r.ends_at is null or r.ends_at > $1)), '[]') as brokers
  from area a where ($2::uuid is null or a.id = $2) and ($3::text is null or a.name > $3)
  order by a.name limit $4`;

export interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly version: number;
  readonly members: readonly { readonly id: string; readonly displayName: string }[];
}

/** Same parameters. */
export const teamsQuery = `
  select t.id, t.name, t.starts_at as "startsAt", t.ends_at as "endsAt", t.version,
    coalesce((select json_agg(m order by m."displayName", m.id) from (
      select distinct r.person_id as id, r.display_name as "displayName" from role_public r
      where r.role = 'official' and r.scope_type = 'team' and r.scope_id = t.id
        and (r.ends_at is null or r.ends_at > $1)) m), '[]') as members
  from team t where ($2::uuid is null or t.id = $2) and ($3::text is null or t.name > $3)
  order by t.name limit $4`;

/** $1: now; $2: the name after which the page begins, or null; $3: the number of rows. */
export const runningTeamsQuery = `
  select id, name from team
  where starts_at <= $1 and (ends_at is null or ends_at > $1) and ($2::text is null or name > $2)
  order by name limit $3`;

/** Who has a role for one of these areas; $1: areas; $2: now. */
export const peopleOfAreasQuery = `
  select distinct person_id as id from role_public
  where scope_type = 'area' and scope_id = any($1::uuid[]) and starts_at <= $2 and (ends_at is null or ends_at > $2)`;
