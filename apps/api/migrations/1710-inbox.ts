import type { MigrationInterface, QueryRunner } from 'typeorm';

const inOffice = 'r.starts_at <= $1 and (r.ends_at is null or r.ends_at > $1)';

const coversVillage = `(
  (r.scope_type = 'village' and r.scope_id = v.id)
  or (r.scope_type = 'area' and r.scope_id = v.area_id)
  or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))`;

const isBroker = `r.role = 'broker' and r.home_village_id is distinct from v.id
  and (${coversVillage} or needs_stand_in(v.id, null, $1)) and ${inOffice}`;

const isOfficial = `r.role = 'official' and r.scope_type = 'team' and ${inOffice}`;

/** The function of 1010, with columns more, and with what else is asked of an official of a team. */
const threadReader = (columns: string, types: string, ofTeam: string): string => `
  drop function thread_reader(timestamptz);
  create function thread_reader(at timestamptz)
    returns table (thread_id uuid, person_id uuid, left_after integer${types})
    language sql stable as $$
      select tp.thread_id, tp.person_id, tp.left_after${columns}
      from thread_participant tp where tp.kind = 'person'
      union all
      select tp.thread_id, r.person_id, tp.left_after${columns}
      from role_public r
      join village_public v on ${coversVillage}
      join thread_participant tp on tp.village_id = v.id and tp.kind = 'group'
      where r.role in ('secretary', 'group_member') and ${inOffice}
      union all
      select tp.thread_id, r.person_id, tp.left_after${columns}
      from role_public r
      join village_public v on r.home_village_id is distinct from v.id
        and (${coversVillage} or needs_stand_in(v.id, null, $1))
      join thread_participant tp on tp.village_id = v.id and tp.kind = 'brokers'
      where r.role = 'broker' and ${inOffice}
      union all
      select tp.thread_id, r.person_id, tp.left_after${columns}
      from role_public r
      join thread_participant tp on tp.team_id = r.scope_id
      ${ofTeam}
      where r.role = 'official' and r.scope_type = 'team' and ${inOffice}
    $$`;

export class Inbox1760000001710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A side that handed its thread over still reads what is written, and writes nothing.
      alter table thread_participant add column reads_only boolean not null default false;

      -- Who works for the municipality acts where they live only as a resident, also for a team.
      ${threadReader(
        ', tp.reads_only',
        ', reads_only boolean',
        `join thread t on t.id = tp.thread_id
        and (t.subject_kind <> 'direct' or t.subject_id is null or r.home_village_id is distinct from t.subject_id)`,
      )};

      -- What the municipality does with a thread of a resident: which side has it, who of them, and by which day.
      create table inbox_entry (
        thread_id uuid primary key references thread on delete cascade,
        holder_id uuid not null references thread_participant on delete cascade,
        assignee_id uuid references person on delete set null,
        state text not null check (state in ('waiting', 'answered', 'closed')),
        due_on date not null
      );
      create index inbox_entry_assignee on inbox_entry (assignee_id) where assignee_id is not null;

      insert into inbox_entry (thread_id, holder_id, state, due_on)
      select t.id, tp.id, case when last.kind = 'brokers' then 'answered' else 'waiting' end,
        (coalesce(last.created_at, t.created_at) at time zone 'Europe/Amsterdam')::date + 7
      from thread t
      join thread_participant tp on tp.thread_id = t.id and tp.kind = 'brokers'
      left join lateral (
        select by.kind, m.created_at from message m join thread_participant by on by.id = m.participant_id
        where m.thread_id = t.id and m.number = t.last_number) last on true
      where t.subject_kind = 'direct';

      create view cover_public as select covered_id, covering_id, starts_at, ends_at from role_cover;

      -- Who acts for the side that has a thread at an instant; the same as actsFor in the domain.
      create function inbox_holder(at timestamptz)
        returns table (thread_id uuid, person_id uuid)
        language sql stable as $$
          select e.thread_id, r.person_id
          from inbox_entry e
          join thread_participant tp on tp.id = e.holder_id and tp.kind = 'brokers'
          join village_public v on v.id = tp.village_id
          join role_public r on ${isBroker}
          union
          select e.thread_id, r.person_id
          from inbox_entry e
          join thread t on t.id = e.thread_id
          join thread_participant tp on tp.id = e.holder_id and tp.kind = 'team'
          join role_public r on r.scope_id = tp.team_id and r.home_village_id is distinct from t.subject_id and ${isOfficial}
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function inbox_holder(timestamptz);
      drop view cover_public;
      drop table inbox_entry;
      ${threadReader('', '', '')};
      alter table thread_participant drop column reads_only`);
  }
}
