/** Teams that run now, of the municipality of the villages, and take no part yet. $1: the thread; $2: now; $3: one of them, or null. */
export const teamsQuery = `
  select team.id, team.name from team_public team
  where team.starts_at <= $2 and (team.ends_at is null or team.ends_at > $2) and ($3::uuid is null or team.id = $3)
    and team.municipality_id in (
      select v.municipality_id from thread_participant tp join village_public v on v.id = tp.village_id
      where tp.thread_id = $1)
    and not exists (select from thread_participant tp where tp.thread_id = $1 and tp.team_id = team.id)
  order by team.name limit 100`;

export interface ProposerRow {
  readonly proposalId: string;
  readonly title: string;
  readonly name: string;
  readonly personId: string;
}

/**
 * Who proposed what everybody may read in one of the villages, and takes no part and never did: who left is not asked
 * again. $1: the thread; $2: now; $3: one point, or null.
 */
export const proposersQuery = `
  select p.id as "proposalId", p.title, who.display_name as name, who.id as "personId"
  from thread_participant tp
  join proposal_public p on p.village_id = tp.village_id and p.agenda_state not in ('merged', 'withdrawn')
  join proposal_authored a on a.id = p.id join person_public who on who.id = a.author_id
  where tp.thread_id = $1 and tp.kind = 'group' and ($3::uuid is null or p.id = $3)
    and not exists (select from thread_reader($2) r where r.thread_id = $1 and r.person_id = who.id)
  order by p.title, p.id limit 200`;
