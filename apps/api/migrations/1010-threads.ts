import type { MigrationInterface, QueryRunner } from 'typeorm';

const inOffice = 'r.starts_at <= $1 and (r.ends_at is null or r.ends_at > $1)';

const coversVillage = `(
  (r.scope_type = 'village' and r.scope_id = v.id)
  or (r.scope_type = 'area' and r.scope_id = v.area_id)
  or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))`;

export class Threads1760000001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which kinds of subject there are stands in the domain: contexts that open threads bring their own.
      create table thread (
        id uuid primary key default gen_random_uuid(),
        title text not null check (char_length(title) between 4 and 120),
        subject_kind text not null,
        subject_id uuid,
        last_number integer not null default 0,
        created_at timestamptz not null
      );
      create index thread_subject on thread (subject_kind, subject_id);

      create table thread_participant (
        id uuid primary key default gen_random_uuid(),
        thread_id uuid not null references thread on delete cascade,
        kind text not null check (kind in ('person', 'group', 'brokers', 'team')),
        person_id uuid references person,
        village_id uuid references village,
        team_id uuid references team,
        joined_at timestamptz not null,
        left_at timestamptz,
        left_after integer,
        check (num_nonnulls(person_id, village_id, team_id) = 1),
        check ((kind = 'person') = (person_id is not null)),
        check ((kind = 'team') = (team_id is not null)),
        check ((left_at is null) = (left_after is null))
      );
      create unique index thread_participant_once on thread_participant
        (thread_id, kind, coalesce(person_id, village_id, team_id));
      create index thread_participant_person on thread_participant (person_id) where person_id is not null;
      create index thread_participant_village on thread_participant (village_id, kind) where village_id is not null;
      create index thread_participant_team on thread_participant (team_id) where team_id is not null;

      -- Numbered within the thread: what came before and after a moment is certain, whatever the clocks say.
      create table message (
        id uuid primary key default gen_random_uuid(),
        thread_id uuid not null references thread on delete cascade,
        number integer not null,
        participant_id uuid not null references thread_participant on delete cascade,
        author_id uuid references person,
        body text not null check (char_length(body) between 1 and 5000),
        created_at timestamptz not null,
        unique (thread_id, number)
      );
      create index message_author on message (author_id);

      create table thread_mark (
        thread_id uuid not null references thread on delete cascade,
        person_id uuid not null references person on delete cascade,
        number integer not null,
        primary key (thread_id, person_id)
      );

      -- Who may read which thread at an instant, by every side they act for; the same as threadAccess in the domain.
      -- What left_after is not null for is read up to that message.
      create function thread_reader(at timestamptz)
        returns table (thread_id uuid, person_id uuid, left_after integer)
        language sql stable as $$
          select tp.thread_id, tp.person_id, tp.left_after
          from thread_participant tp where tp.kind = 'person'
          union all
          select tp.thread_id, r.person_id, tp.left_after
          from role_public r
          join village_public v on ${coversVillage}
          join thread_participant tp on tp.village_id = v.id and tp.kind = 'group'
          where r.role in ('secretary', 'group_member') and ${inOffice}
          union all
          select tp.thread_id, r.person_id, tp.left_after
          from role_public r
          join village_public v on r.home_village_id is distinct from v.id
            and (${coversVillage} or needs_stand_in(v.id, null, $1))
          join thread_participant tp on tp.village_id = v.id and tp.kind = 'brokers'
          where r.role = 'broker' and ${inOffice}
          union all
          select tp.thread_id, r.person_id, tp.left_after
          from role_public r
          join thread_participant tp on tp.team_id = r.scope_id
          where r.role = 'official' and r.scope_type = 'team' and ${inOffice}
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function thread_reader(timestamptz);
      drop table thread_mark, message, thread_participant, thread`);
  }
}
