import pg from 'pg';

/** Rows of a busy municipality, made in the database itself: a bench has no time to press every button. */
export async function seed(databaseUrl, { proposals, supports, comments, waiting }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const people = Math.max(100, Math.round(supports / 100));
  const rows = [
    [
      `insert into person (email, display_name, home_village_id, created_at)
       select 'bench' || n || '@example.org', 'Bewoner ' || n, v.id, now()
       from generate_series(1, $1::int) n
       join (select id, row_number() over () - 1 as i, count(*) over () as total from village) v on v.i = n % v.total`,
      [people],
    ],
    [
      `insert into proposal (village_id, author_id, title, body, place, theme, kind, moderation_state, submitted_at,
         approved_at, status_at, created_at)
       select p.home_village_id, p.id, 'Een bankje nummer ' || n, repeat('Wie hier wandelt wil even zitten. ', 8),
         'Bij de steiger', 'green', 'good', case when n <= $1 then 'approved' else 'submitted' end,
         now() - n * interval '7 minutes', case when n <= $1 then now() - n * interval '6 minutes' end,
         case when n <= $1 then now() - n * interval '6 minutes' end, now() - n * interval '8 minutes'
       from generate_series(1, $1::int + $2::int) n
       join (select id, home_village_id, row_number() over () - 1 as i, count(*) over () as total
         from person where email like 'bench%') p on p.i = n % p.total`,
      [proposals, waiting],
    ],
    [
      `insert into support (proposal_id, person_id, village_id, created_at)
       select q.id, p.id, p.home_village_id, now()
       from (select id, row_number() over () as i from proposal where title like 'Een bankje nummer%'
         and moderation_state = 'approved') q
       cross join generate_series(0, $1::int / $2::int - 1) s
       join (select id, home_village_id, row_number() over () - 1 as i, count(*) over () as total
         from person where email like 'bench%') p on p.i = (q.i * 31 + s) % p.total
       on conflict do nothing`,
      [supports, proposals],
    ],
    [
      `insert into comment (proposal_id, kind, state, body, author_id, village_id, created_at)
       select q.id, 'reaction', 'placed', 'Dat lijkt mij een goed plan voor ons dorp. ' || s, p.id, p.home_village_id,
         now() - (1000 - s) * interval '1 minute'
       from (select id, row_number() over () as i from proposal where title like 'Een bankje nummer%'
         and moderation_state = 'approved') q
       cross join generate_series(1, $1::int / $2::int) s
       join (select id, home_village_id, row_number() over () - 1 as i, count(*) over () as total
         from person where email like 'bench%') p on p.i = (q.i * 17 + s) % p.total`,
      [comments, proposals],
    ],
    [
      `update proposal p set support_from_village = c.near, support_from_elsewhere = c.total - c.near
       from (select s.proposal_id, count(*) as total, count(*) filter (where s.village_id = q.village_id) as near
         from support s join proposal q on q.id = s.proposal_id group by s.proposal_id) c
       where c.proposal_id = p.id`,
      [],
    ],
  ];
  for (const [text, values] of rows) await client.query(text, values);
  await client.query('vacuum analyze');
  const { rows: found } = await client.query(
    `select id from proposal where title = 'Een bankje nummer ' || $1 and moderation_state = 'approved'`,
    [Math.round(proposals / 2)],
  );
  await client.end();
  return { pointId: found[0].id };
}
