import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Agendas1760000001530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A village without a row has an agenda of its own that nobody wrote down yet.
      create table village_agenda (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null
      );
      create table village_agenda_village (
        village_id uuid primary key references village,
        agenda_id uuid not null references village_agenda
      );
      create index village_agenda_village_agenda on village_agenda_village (agenda_id);

      create table agenda_version (
        id uuid primary key default gen_random_uuid(),
        agenda_id uuid not null references village_agenda,
        number integer not null check (number > 0),
        frozen_at timestamptz not null,
        reference_on date not null,
        received_by text not null check (char_length(received_by) between 2 and 200),
        points integer not null check (points >= 0),
        unique (agenda_id, number)
      );

      -- Points as they stood. Whether they may be read is asked of the point as it stands now.
      create table agenda_version_point (
        version_id uuid not null references agenda_version on delete cascade,
        proposal_id uuid not null references proposal on delete cascade,
        position integer not null,
        title text not null,
        body text not null,
        place text not null,
        theme text not null,
        agenda_state text not null,
        acting_party text not null,
        team_id uuid references team,
        executor text,
        due_on date,
        status_at timestamptz,
        reported_year integer,
        reason text,
        alternative text,
        review_on date,
        primary key (version_id, proposal_id)
      );
      create index agenda_version_point_proposal on agenda_version_point (proposal_id);

      -- What was said when a public point was put on hold, or could not be.
      create view proposal_note_public as
        select id as proposal_id, reason, alternative, review_on
        from proposal where moderation_state = 'approved';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view proposal_note_public; drop table agenda_version_point; drop table agenda_version;
      drop table village_agenda_village; drop table village_agenda`);
  }
}
