import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VillageEvents1760000001732 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Day and times are those of the clock in Amsterdam.
      create table village_event (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village on delete cascade,
        kind text not null check (kind in ('evening', 'table_talk', 'site_walk', 'network_day')),
        title text not null check (char_length(title) <= 120),
        text text not null check (char_length(text) <= 2000),
        day date not null,
        starts time not null,
        ends time not null,
        place text not null check (char_length(place) <= 120),
        room integer check (room between 2 and 1000),
        voice text not null check (voice in ('group', 'broker')),
        created_at timestamptz not null,
        cancelled_at timestamptz,
        version integer not null default 1,
        check (starts < ends)
      );
      create index village_event_listed on village_event (village_id, day desc, id desc);
      create index village_event_day on village_event (day);

      create table village_event_sign_up (
        event_id uuid not null references village_event on delete cascade,
        person_id uuid not null references person on delete cascade,
        signed_up_at timestamptz not null,
        primary key (event_id, person_id)
      );
      create index village_event_sign_up_person on village_event_sign_up (person_id);

      -- What came of an event, as the point it became, with who takes it further.
      create table village_event_outcome (
        event_id uuid not null references village_event on delete cascade,
        proposal_id uuid not null unique references proposal on delete cascade,
        owner text not null check (owner in ('group', 'broker', 'residents')),
        entered_at timestamptz not null,
        primary key (event_id, proposal_id)
      );

      -- What who signed up is told, once; about is the day of a reminder and the version of a change.
      create table village_event_mail (
        id uuid primary key default gen_random_uuid(),
        event_id uuid not null references village_event on delete cascade,
        person_id uuid not null references person on delete cascade,
        kind text not null check (kind in ('reminder', 'changed', 'cancelled')),
        about text not null,
        sent_at timestamptz,
        unique (event_id, person_id, kind, about)
      );
      create index village_event_mail_person on village_event_mail (person_id);

      -- A mail that waits, with the event as it is now; is_true: it still holds for who would get it.
      create view village_event_told as
        select m.id, m.person_id, m.kind, m.sent_at, e.id as event_id, e.title, e.day::text as day,
          to_char(e.starts, 'HH24:MI') as starts, to_char(e.ends, 'HH24:MI') as ends, e.place, v.slug, v.name as village,
          exists (select from village_event_sign_up s where s.event_id = e.id and s.person_id = m.person_id)
            and (m.kind = 'cancelled') = (e.cancelled_at is not null)
            and (m.kind <> 'reminder' or m.about = e.day::text) as is_true
        from village_event_mail m join village_event e on e.id = m.event_id join village v on v.id = e.village_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view village_event_told; drop table village_event_mail; drop table village_event_outcome;
      drop table village_event_sign_up; drop table village_event`);
  }
}
