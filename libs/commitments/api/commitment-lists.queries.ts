import type { Placed, Standing } from '@kernagenda/commitments/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { commitmentColumns } from './promises.queries';
import type { CommitmentRow } from './promises.queries';

/** `standingOf` in SQL, of a row `c`; `today` is a day in Amsterdam. A test holds the two equal. */
export const standing = (c: string, today: string): string => `case ${c}.state
    when 'withdrawn' then 'withdrawn'
    when 'kept' then case when ${c}.kept_on > ${c}.first_due_on then 'kept_late' else 'kept' end
    else case when ${today}::date > ${c}.due_on then 'late' when ${c}.due_on = ${c}.first_due_on then 'open'
      else 'moved' end end`;

const villageRef = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;
/** The theme of a point `p`. */
export const themeOf = `coalesce(p.theme, 'other')`;

/** Whether a point `p` lies in the village of a slug, also when villages share it. */
export const villageIs = (slug: string): string => {
  const id = `(select id from village_public where slug = ${slug})`;
  return `(p.village_id = ${id} or p.id in (select proposal_id from proposal_shared where village_id = ${id}))`;
};

const shown = `
  from commitment_public c
  join proposal_public p on p.id = c.proposal_id`;
/** $1: today; $2: slug of a village or null; $3: theme or null. */
const filtered = `($2::text is null or ${villageIs('$2')}) and ($3::text is null or ${themeOf} = $3)`;

export interface CommitmentListRow extends CommitmentRow {
  readonly point: { readonly id: string; readonly title: string; readonly theme: Theme };
  readonly village: VillageRef;
}

/** Promises on points everyone may read, by due day. $4: standing or null; $5, $6: after, or null; $7: rows. */
export const commitmentListQuery = `
  select ${commitmentColumns}, json_build_object('id', p.id, 'title', p.title, 'theme', ${themeOf}) as point,
    ${villageRef} as village
  ${shown}
  join village_public v on v.id = p.village_id
  left join team_public t on t.id = c.team_id
  where ${filtered} and ($4::text is null or ${standing('c', '$1')} = $4)
    and ($5::date is null or (c.due_on, c.id) > ($5::date, $6::uuid))
  order by c.due_on, c.id limit $7`;

/** One count; of its village, or of its theme. */
export interface FigureRow extends Placed {
  readonly standing: Exclude<Standing, 'withdrawn'>;
  readonly count: number;
}

/**
 * What `told` selects (id, proposal_id, village_id, theme, standing), counted per theme and per village `v`; of a shared
 * point it counts in each of its villages, and once in its theme.
 */
export const countsOf = (told: string): string => `
  with told as (${told}),
  placed as (
    select id, village_id, standing from told
    union select told.id, s.village_id, standing from told join proposal_shared s using (proposal_id))
  select null::json as village, theme, standing, count(*)::int as count from told group by theme, standing
  union all
  select ${villageRef}, null, counted.standing, counted.count
  from (select village_id, standing, count(*)::int as count from placed group by village_id, standing) counted
  join village_public v on v.id = counted.village_id`;

export const figuresQuery = `
  ${countsOf(`
    select c.id, p.id as proposal_id, p.village_id, ${themeOf} as theme, ${standing('c', '$1')} as standing
    ${shown} where ${filtered} and c.state <> 'withdrawn'`)}
  where $2::text is null or v.slug = $2`;
