import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StatusLetters1760000001730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table status_letter (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village on delete cascade,
        from_on date not null,
        to_on date not null,
        title text not null check (char_length(title) <= 120),
        introduction text not null default '' check (char_length(introduction) <= 3000),
        created_at timestamptz not null,
        published_at timestamptz,
        published_by uuid references person,
        version integer not null default 1,
        check (from_on <= to_on)
      );
      create index status_letter_village on status_letter (village_id, coalesce(published_at, created_at) desc, id desc);

      -- Facts as references: the words of a point are read from the point, so that what is hidden is gone here too.
      create table status_letter_line (
        id uuid primary key default gen_random_uuid(),
        letter_id uuid not null references status_letter on delete cascade,
        position integer not null check (position >= 0),
        part text not null check (part in ('new', 'moved', 'kept', 'late', 'coming')),
        proposal_id uuid not null references proposal on delete cascade,
        commitment_id uuid references commitment on delete cascade,
        milestone_id uuid references milestone on delete cascade,
        agenda_state text not null,
        day text not null check (day ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
        words text check (char_length(words) <= 500),
        is_left_out boolean not null default false,
        unique (letter_id, position),
        check (num_nonnulls(commitment_id, milestone_id) = case when part in ('new', 'moved') then 0 else 1 end)
      );
      create index status_letter_line_proposal on status_letter_line (proposal_id);
      create index status_letter_line_commitment on status_letter_line (commitment_id) where commitment_id is not null;
      create index status_letter_line_milestone on status_letter_line (milestone_id) where milestone_id is not null;

      -- Milestones of points everyone may read, reached or not.
      create view milestone_public as
        select m.id, m.proposal_id, m.title from milestone m join proposal_public p on p.id = m.proposal_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view milestone_public; drop table status_letter_line; drop table status_letter`);
  }
}
