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

/** $1: person; $2: theme; $3: now. */
export const chooseThemeQuery = `
  insert into follow (person_id, theme, is_on, since) values ($1, $2, true, $3)
  on conflict (theme, person_id) where theme is not null do update set is_on = true,
    since = case when follow.is_on then follow.since else excluded.since end`;

/** $1: person; $2: theme. It stays there, so that the link that stops it can start it again. */
export const stopThemeQuery = 'update follow set is_on = false where person_id = $1 and theme = $2';

/** One per person. $1: person; $2: metres; $3, $4: degrees east and north; $5: village it is around, or null; $6: now. */
export const drawCircleQuery = `
  insert into follow (person_id, radius, longitude, latitude, centre_village_id, is_on, since)
  values ($1, $2, $3, $4, $5, true, $6)
  on conflict (person_id) where radius is not null do update set radius = excluded.radius,
    longitude = excluded.longitude, latitude = excluded.latitude, centre_village_id = excluded.centre_village_id,
    is_on = true, since = excluded.since
  returning id`;

/** $1: person. */
export const removeCircleQuery = 'delete from follow where person_id = $1 and radius is not null';

/** The villages that circles reach: of $1 each the village $2, and no others. */
export const reachQuery = `
  with wanted as (select * from unnest($1::uuid[], $2::uuid[]) as wanted (follow_id, village_id)),
  gone as (
    delete from follow_circle_village c where c.follow_id = any($3::uuid[])
      and not exists (select from wanted w where w.follow_id = c.follow_id and w.village_id = c.village_id))
  insert into follow_circle_village (follow_id, village_id) select follow_id, village_id from wanted
  on conflict do nothing`;

/** Circles in the order of their ids. $1: after which, or null; $2: how many. */
export const circlesQuery = `
  select id, radius, longitude::float8 as longitude, latitude::float8 as latitude
  from follow where radius is not null and ($1::uuid is null or id > $1) order by id limit $2`;

/** What a stop link of a theme or circle stops or starts. $1: person; $2: the row; $3: whether it is followed. */
export const setPlaceQuery = `
  update follow set is_on = $3 where person_id = $1 and id = $2 and (theme is not null or radius is not null)`;

/** Everything somebody follows, newest first. $1: person; $2, $3: after; $4: rows. */
export const followedQuery = `
  select what, id, title, village, theme, radius, reaches, reason, since from (
    select 'point' as what, p.id, p.title, f.reason, f.since,
      json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village,
      null as theme, null::int as radius, null::text[] as reaches
    from proposal_follower f
    join proposal_public p on p.id = f.proposal_id and p.agenda_state <> 'merged'
    join village_public v on v.id = p.village_id
    where f.person_id = $1
    union all
    select 'village', v.id, v.name, 'village', f.since, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name),
      null, null, null
    from follow f join village_public v on v.id = f.village_id
    where f.person_id = $1 and f.is_on
    union all
    select 'theme', f.id, '', 'theme', f.since, null, f.theme, null, null
    from follow f where f.person_id = $1 and f.theme is not null and f.is_on
    union all
    select 'circle', f.id, coalesce(v.name, ''), 'circle', f.since, null, null, f.radius,
      array(select r.name from follow_circle_village c join village_public r on r.id = c.village_id
        where c.follow_id = f.id order by r.name)
    from follow f left join village_public v on v.id = f.centre_village_id
    where f.person_id = $1 and f.radius is not null and f.is_on
  ) followed
  where $2::timestamptz is null or (since, id) < ($2::timestamptz, $3::uuid)
  order by since desc, id desc limit $4`;

/** $1: person. */
export const mailChoiceQuery = `
  select coalesce(c.choice, 'at_once') as choice, p.paused_at as "pausedAt"
  from (values ($1::uuid)) as one (id)
  left join mail_choice c on c.person_id = one.id left join mail_pause p on p.person_id = one.id`;

/** $1: person; $2: choice; $3: now. */
export const chooseMailQuery = `
  insert into mail_choice (person_id, choice, chosen_at) values ($1, $2, $3)
  on conflict (person_id) do update set choice = $2, chosen_at = $3,
    chosen_before = case mail_choice.choice when 'in_app' then mail_choice.chosen_before else mail_choice.choice end`;

/** What was chosen before mail was stopped. $1: person. */
export const choiceBeforeQuery = 'select chosen_before as choice from mail_choice where person_id = $1';

/** Who wants no mail gets no digest of what waited for one; it stands in the app. $1: person. */
export const leaveOutQuery = `
  update notification set state = 'left_out' where person_id = $1 and in_digest and state = 'pending'`;
