/** Points whose reading is missing or old, or that are no longer public. $1: version of the normaliser, $2: rows. */
export const staleTextsQuery = `
  (select p.id from proposal_public p left join search_text t on t.proposal_id = p.id
  where p.agenda_state <> 'merged' and (t.version is distinct from p.version or t.normaliser_version <> $1)
  limit $2)
  union all
  select t.proposal_id
  from search_text t left join proposal_public p on p.id = t.proposal_id and p.agenda_state <> 'merged'
  where p.id is null`;

/** $1: ids. Only what is public and alive comes back. */
export const textsQuery = `
  select p.id, p.title, p.body, p.place, coalesce(p.theme, 'other') as theme, p.agenda_state as "agendaState", p.version,
    (select json_agg(json_build_object('slug', v.slug, 'name', v.name)) from village_public v where v.id = p.village_id
      or v.id in (select a.village_id from proposal_also_village a where a.proposal_id = p.id)) as villages
  from proposal_public p where p.id = any($1::uuid[]) and p.agenda_state <> 'merged'`;

/** $1: ids. The spellings that only these have go too. */
export const forgetTextsQuery = `delete from search_text where proposal_id = any($1::uuid[])`;

/** $1: rows as JSON, $2: version of the normaliser. */
export const saveTextsQuery = `
  insert into search_text (proposal_id, words, spellings, stems, version, normaliser_version)
  select id, words::tsvector, array(select s->>'word' from json_array_elements(spellings) s),
    array(select s->>'stem' from json_array_elements(spellings) s), version, $2::int
  from json_to_recordset($1::json) as t(id uuid, words text, spellings json, version int)`;

/** How many texts have these stems. $1: stems. */
export const stemsQuery = `
  select stem, sum(texts)::int as texts from search_word where stem = any($1::text[]) group by stem`;

/** The stems of the most used words that begin so. $1: the beginning. */
export const completionsQuery = `
  select stem, sum(texts)::int as texts from search_word
  where word >= $1::text and word < $1::text || chr(1114111) group by stem order by sum(texts) desc, stem limit 10`;

/** $1: words that nobody uses. */
export const spellingsQuery = `
  select typed, s.word, s.texts from unnest($1::text[]) typed, search_spellings(typed) s`;

/** In the order of tsvector: D, C, B, A. A title weighs more than text and parts together. */
const weights = `'{0.05, 0.1, 0.2, 1}'`;
const rank = `round(ts_rank(${weights}, t.words, $2::tsquery) * 10000)::int as rank`;

const pageOf = (hits: string): string => `
  with hit as materialized (${hits})
  select id, rank, listed_at as "listedAt", (select count(*) from hit)::int as found from hit
  where $4::int is null or (rank, listed_at, id) < ($4::int, $5::timestamptz, $6::uuid)
  order by rank desc, listed_at desc, id desc limit $7`;

/**
 * What is found, best first. What is no longer public is gone at once, whatever the index still has. $1: the words as
 * tsquery; $2: what ranks; $3: rows ranked; $4 to $6: the keys after which the page begins, or null; $7: rows.
 */
export const findQuery = pageOf(`
  select p.id, p.listed_at, ${rank}
  from search_text t join proposal_public p on p.id = t.proposal_id and p.agenda_state <> 'merged'
  where t.words @@ $1::tsquery order by rank desc, p.listed_at desc, p.id desc limit $3`);

/**
 * The same for words that so many points have that ranking all would take long: among the newest. "Is true" keeps the
 * index of words out, so that the list is walked from its newest end until there are enough.
 */
export const findNewestQuery = pageOf(`
  select p.id, p.listed_at, ${rank}
  from proposal_public p join search_text t on t.proposal_id = p.id
  where p.agenda_state <> 'merged' and (t.words @@ $1::tsquery) is true
  order by p.listed_at desc, p.id desc limit $3`);

/** Whether more points than that have these words. $1: the words as tsquery; $2: how many. */
export const isCommonQuery = `
  select count(*) > $2::int as "isCommon"
  from (select from search_text t where t.words @@ $1::tsquery limit $2::int + 1) having_them`;
