/** Whether a flag `f` is a suggestion on a day: also when it was snoozed until that day before anybody was asked. */
export const isSuggested = (day: string): string =>
  `(f.state = 'suggested' or (f.state = 'snoozed' and f.introduced_at is null and f.snoozed_until <= ${day}::date))`;

/** What brings two points into one flag: surely alike, and not opposite. */
const isLink = `r.tier in ('strong', 'possible') and not r.is_opposite`;

/** $1: points that came, went or changed; $2: the day. What has to be clustered again: those, their like, and their flags. */
export const neighbourhoodQuery = `
  with near as (
    select unnest($1::uuid[]) as id
    union select r.other_id from resemblance r where r.proposal_id = any($1::uuid[]) and ${isLink}
  ), flag as (
    select distinct f.id from match_flag f join match_flag_member m on m.flag_id = f.id
    where m.proposal_id in (select id from near) and ${isSuggested('$2')}
  )
  select array(select id from flag) as "flagIds",
    array(select id from near
      union select m.proposal_id from match_flag_member m where m.flag_id in (select id from flag)) as "pointIds"`;

/** $1: the day. */
export const wholeQuery = `
  select array(select f.id from match_flag f where ${isSuggested('$1')}) as "flagIds",
    array(select distinct r.proposal_id from resemblance r where ${isLink}) as "pointIds"`;

/** $1: ids of flags; $2: the day. Nobody decides on them until the transaction ends. */
export const lockFlagsQuery = `
  select f.id, f.label, f.theme, f.benefit from match_flag f
  where f.id = any($1::uuid[]) and ${isSuggested('$2')} order by f.id for no key update`;

/** $1: ids of flags. */
export const membersQuery = `
  select flag_id as id, array_agg(proposal_id order by proposal_id) as members
  from match_flag_member where flag_id = any($1::uuid[]) group by flag_id`;

const pointColumns = `
  t.proposal_id as id, t.village_ids as villages, t.features, coalesce(p.theme, 'other') as theme, p.kind,
  p.agenda_state as "agendaState"`;
const pointJoins = `
  match_text t join proposal_public p on p.id = t.proposal_id and p.agenda_state not in ('merged', 'withdrawn')`;

/** $1: ids of points; $2: the day. Without those of flags that are out of sight or on their way: their members stand. */
export const freePointsQuery = `
  select ${pointColumns} from ${pointJoins}
  where t.is_public and t.proposal_id = any($1::uuid[]) and not exists (
    select 1 from match_flag_member m join match_flag f on f.id = m.flag_id
    where m.proposal_id = t.proposal_id and f.state in ('snoozed', 'introduced', 'accepted', 'linked')
      and not ${isSuggested('$2')})`;

/** $1: ids of points. Every pair once. */
export const linksQuery = `
  select r.proposal_id as a, r.other_id as b, r.score, r.tier from resemblance r
  where r.proposal_id < r.other_id and r.proposal_id = any($1::uuid[]) and r.other_id = any($1::uuid[]) and ${isLink}`;

/** $1: ids of points. What was said last of each pair. */
export const judgementsQuery = `
  select distinct on (a_id, b_id) a_id as a, b_id as b, verdict, a_stems as "aStems", b_stems as "bStems"
  from match_judgement
  where withdrawn_at is null and a_id = any($1::uuid[]) and b_id = any($1::uuid[])
  order by a_id, b_id, id desc`;

/** Columns of $1 to $4 belong together: ids, labels, themes, benefits; $5: now. */
export const addFlagsQuery = `
  insert into match_flag (id, state, label, theme, benefit, suggested_at)
  select id, 'suggested', label, theme, benefit, $5 from
    unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as t(id, label, theme, benefit)`;

/** As above; $5: whether the members are others, $6: whether a point joined. */
export const changeFlagsQuery = `
  update match_flag f set label = t.label, theme = t.theme, benefit = t.benefit,
    version = f.version + case when t.is_other then 1 else 0 end, is_confirmed = f.is_confirmed and not t.has_grown
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::boolean[])
    as t(id, label, theme, benefit, is_other, has_grown)
  where f.id = t.id`;

export const removeFlagsQuery = 'delete from match_flag where id = any($1::uuid[])';

export const removeMembersQuery = 'delete from match_flag_member where flag_id = any($1::uuid[])';

/** Columns of $1 and $2 belong together: ids of flags and of points. */
export const addMembersQuery = `
  insert into match_flag_member (flag_id, proposal_id) select * from unnest($1::uuid[], $2::uuid[])`;

/** $1: a point. The members of every flag that holds it. */
export const flagsOfPointQuery = `
  select m.flag_id as "flagId", ${pointColumns}
  from match_flag_member m join ${pointJoins} on t.proposal_id = m.proposal_id
  where m.flag_id in (select flag_id from match_flag_member where proposal_id = $1) and t.is_public`;

/** Columns of $1 to $3 belong together: ids, themes, benefits. Answers the ids of those that changed. */
export const changeFacetsQuery = `
  with changed as (
    update match_flag f set theme = t.theme, benefit = t.benefit
    from unnest($1::uuid[], $2::text[], $3::text[]) as t(id, theme, benefit)
    where f.id = t.id and (f.theme, f.benefit) <> (t.theme, t.benefit) returning f.id)
  select id from changed`;
