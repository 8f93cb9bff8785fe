/** Version and changes in one statement, so that they belong together. */
export const lexiconQuery = `
  select v.version, coalesce((select json_agg(json_build_object('concept', c.concept, 'version', c.version)
    order by c.concept_id) from lexicon_change c), '[]') as changes
  from lexicon_version v`;

export const lexiconVersionQuery = `select version from lexicon_version`;

/** Answers the next version; until the transaction ends nobody else changes the lexicon. */
export const raiseLexiconVersionQuery = `update lexicon_version set version = version + 1 returning version`;

/** Public points in which no concept was recognised, newest first. $1, $2: keys of the last one seen, $3: rows, $4: one point only. */
export const unrecognisedQuery = `
  select p.id as "proposalId", p.title, p.theme, p.kind, t.features,
    json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village,
    to_char(p.listed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "listedAt"
  from match_text t
  join proposal_public p on p.id = t.proposal_id and p.agenda_state not in ('merged', 'withdrawn')
  join village_public v on v.id = p.village_id
  where t.is_public and not t.features @> '{"items": [{"kind": "concept"}]}'
    and ($1::timestamptz is null or (p.listed_at, p.id) < ($1::timestamptz, $2::uuid))
    and ($4::uuid is null or p.id = $4::uuid)
  order by p.listed_at desc, p.id desc limit $3`;

/** All public points with their text and what was read in it. */
export const previewPointsQuery = `
  select t.proposal_id as id, t.village_ids as villages, t.features, p.title, p.body,
    json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village
  from match_text t
  join proposal_public p on p.id = t.proposal_id and p.agenda_state not in ('merged', 'withdrawn')
  join village_public v on v.id = p.village_id
  where t.is_public`;
