/** The columns of a `SimilarView`, from a resemblance `r`, the other point `o` and its village `v`. */
const similarColumns = `
  json_build_object('proposalId', o.id, 'title', o.title, 'agendaState', o.agenda_state,
    'village', json_build_object('id', v.id, 'slug', v.slug, 'name', v.name),
    'tier', r.tier, 'isOpposite', r.is_opposite, 'score', r.score, 'evidence', r.evidence)`;

/** Points whose stored reading is missing, out of date, or no longer public. $1: version of the engine, $2: of the lexicon, $3: rows. */
export const staleTextsQuery = `
  (select p.id as "proposalId"
  from proposal_public p left join match_text t on t.proposal_id = p.id
  where p.agenda_state not in ('merged', 'withdrawn')
    and (t.version is distinct from p.version or t.engine_version <> $1 or t.lexicon_version <> $2 or not t.is_public)
  limit $3)
  union all
  (select t.proposal_id
  from match_text t left join proposal_public p on p.id = t.proposal_id
  where t.is_public and (p.id is null or p.agenda_state in ('merged', 'withdrawn')) limit $3)`;

/** Whether anything is public, or was. */
export const anyTextQuery = `
  select exists (select from proposal_public) or exists (select from match_text) as "isAny"`;

/** $1: ids. Only what is public and alive comes back. */
export const textsQuery = `
  select p.id, p.title, p.body, p.version,
    p.village_id || array(select a.village_id from proposal_also_village a where a.proposal_id = p.id) as "villageIds"
  from proposal_public p where p.id = any($1::uuid[]) and p.agenda_state not in ('merged', 'withdrawn')`;

/** $1: the last change seen, $2: rows. */
export const changedTextsQuery = `
  select t.proposal_id as "proposalId", t.village_ids as "villageIds", t.features, t.is_public as "isPublic",
    t.lexicon_version as "lexiconVersion", t.seq::float8 as seq, v.vector
  from match_text t left join match_vector v on v.proposal_id = t.proposal_id and v.seq = t.vector_seq
  where t.seq > $1 order by t.seq limit $2`;

/** $1: ids. */
export const featuresQuery = `
  select proposal_id as id, features from match_text where proposal_id = any($1::uuid[]) and is_public`;

/** Columns belong together: $1: ids, $2: village ids joined by commas, $3: features, $4: amounts, $5: versions; $6: engine, $7: lexicon. */
export const saveTextsQuery = `
  insert into match_text (proposal_id, village_ids, features, amount, is_public, version, engine_version,
    lexicon_version, is_compared)
  select id, string_to_array(villages, ',')::uuid[], features, amount, true, version, $6, $7, false
  from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::jsonb[], $5::int[]) as t(id, villages, features, amount, version)
  on conflict (proposal_id) do update set village_ids = excluded.village_ids, features = excluded.features,
    amount = excluded.amount, is_public = true, version = excluded.version,
    engine_version = excluded.engine_version, lexicon_version = excluded.lexicon_version,
    is_compared = false, seq = nextval('match_text_seq')`;

/** $1: ids. Those that are public are saved again in the same transaction. */
export const hideTextsQuery = `
  update match_text set is_public = false, is_compared = false, seq = nextval('match_text_seq')
  where proposal_id = any($1::uuid[])`;

/** Wakes the other processes, with the commit. */
export const notifyQuery = `select pg_notify('match_text', '')`;

/** What was read and not yet compared. $1: rows. */
export const uncomparedQuery = `
  select proposal_id as "proposalId" from match_text where not is_compared order by seq limit $1`;

/** $1: ids. */
export const comparedQuery = `update match_text set is_compared = true where proposal_id = any($1::uuid[])`;

/** $1: ids. Answers whom they resembled. */
export const forgetResemblancesQuery = `
  with gone as (
    delete from resemblance where proposal_id = any($1::uuid[]) or other_id = any($1::uuid[]) returning other_id)
  select distinct other_id as "otherId" from gone`;

/** Columns belong together: $1, $2: both points, $3: score, $4: tier, $5: whether they are opposite, $6: evidence. */
export const saveResemblancesQuery = `
  insert into resemblance (proposal_id, other_id, score, tier, is_opposite, evidence)
  select * from unnest($1::uuid[], $2::uuid[], $3::real[], $4::text[], $5::boolean[], $6::jsonb[])
  on conflict (proposal_id, other_id) do update set score = excluded.score, tier = excluded.tier,
    is_opposite = excluded.is_opposite, evidence = excluded.evidence`;

/** $1: id of a point. */
export const similarQuery = `
  select ${similarColumns} as similar
  from resemblance r
  join proposal_public me on me.id = r.proposal_id
  join proposal_public o on o.id = r.other_id and o.agenda_state not in ('merged', 'withdrawn')
  join village_public v on v.id = o.village_id
  where r.proposal_id = $1 order by array_position(array['strong', 'possible', 'related'], r.tier), r.score desc, o.id limit 20`;

/** $1: slug of a village. */
export const villageSimilarQuery = `
  select r.proposal_id as "proposalId", json_agg(${similarColumns} order by r.score desc, o.id) as similar
  from village_public here
  join proposal_public me on (me.village_id = here.id or exists (
    select 1 from proposal_also_village a where a.proposal_id = me.id and a.village_id = here.id))
  join resemblance r on r.proposal_id = me.id and r.tier = 'strong'
  join proposal_public o on o.id = r.other_id and o.agenda_state not in ('merged', 'withdrawn')
  join village_public v on v.id = o.village_id
  where here.slug = $1 group by r.proposal_id order by r.proposal_id`;

/** $1: ids of points. */
export const pointsQuery = `
  select o.id as "proposalId", o.title, o.agenda_state as "agendaState",
    json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village
  from proposal_public o join village_public v on v.id = o.village_id
  where o.id = any($1::uuid[]) and o.agenda_state not in ('merged', 'withdrawn')`;

const topicColumns = `
  f.id, f.label, json_agg(json_build_object('proposalId', o.id, 'title', o.title, 'agendaState', o.agenda_state,
    'village', json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)) order by v.name, o.title) as points`;

const topicJoins = `
  match_flag f
  join match_flag_member m on m.flag_id = f.id
  join proposal_public o on o.id = m.proposal_id and o.agenda_state not in ('merged', 'withdrawn')
  join village_public v on v.id = o.village_id
    or v.id in (select a.village_id from proposal_also_village a where a.proposal_id = o.id)`;

/** Villages that want the same, most villages first. $1: number of rows. Refused ones are no longer shown. */
export const topicsQuery = `
  select ${topicColumns} from ${topicJoins}
  where f.state not in ('declined', 'expired')
  group by f.id having count(distinct v.id) > 1
  order by count(distinct v.id) desc, count(*) desc, f.label, f.id limit $1`;
