/** Whether somebody follows a point that everyone may read, and why. $1: point; $2: person. */
export const pointFollowQuery = `
  select f.reason from proposal_public p
  left join proposal_follower f on f.proposal_id = p.id and f.person_id = $2
  where p.id = $1`;

/** Whether somebody follows a village. $1: slug; $2: person. */
export const villageFollowQuery = `
  select v.id, case when f.is_on then 'village' end as reason from village_public v
  left join follow f on f.village_id = v.id and f.person_id = $2
  where v.slug = $1`;

/** $1: person; $2: point. */
export const restartPointQuery = 'delete from follow where person_id = $1 and proposal_id = $2 and not is_on';

/** Chosen by hand, unless something else makes this person follow already. $1: person; $2: point; $3: now. */
export const choosePointQuery = `
  insert into follow (person_id, proposal_id, is_on, since)
  select $1::uuid, $2::uuid, true, $3::timestamptz
  where not exists (select from proposal_follower where proposal_id = $2::uuid and person_id = $1::uuid)
  on conflict do nothing`;

/** $1: person; $2: point; $3: now. */
export const stopPointQuery = `
  insert into follow (person_id, proposal_id, is_on, since) values ($1, $2, false, $3)
  on conflict (proposal_id, person_id) where proposal_id is not null do update set is_on = false, since = $3`;

/** $1: person; $2: village; $3: now. */
export const chooseVillageQuery = `
  insert into follow (person_id, village_id, is_on, since) values ($1, $2, true, $3) on conflict do nothing`;

/** $1: person; $2: village. */
export const stopVillageQuery = 'delete from follow where person_id = $1 and village_id = $2';

/** Everything somebody follows, newest first. $1: person; $2, $3: after; $4: rows. */
export const followedQuery = `
  select what, id, title, village, reason, since from (
    select 'point' as what, p.id, p.title, f.reason, f.since,
      json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village
    from proposal_follower f
    join proposal_public p on p.id = f.proposal_id and p.agenda_state <> 'merged'
    join village_public v on v.id = p.village_id
    where f.person_id = $1
    union all
    select 'village', v.id, v.name, 'village', f.since, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)
    from follow f join village_public v on v.id = f.village_id
    where f.person_id = $1 and f.is_on
  ) followed
  where $2::timestamptz is null or (since, id) < ($2::timestamptz, $3::uuid)
  order by since desc, id desc limit $4`;

/** $1: person. */
export const mailChoiceQuery = 'select choice from mail_choice where person_id = $1';

/** $1: person; $2: choice; $3: now. */
export const chooseMailQuery = `
  insert into mail_choice (person_id, choice, chosen_at) values ($1, $2, $3)
  on conflict (person_id) do update set choice = $2, chosen_at = $3`;
