import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Photos1760000001330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal_photo (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        position integer not null check (position >= 0),
        description text not null default '' check (char_length(description) <= 250),
        is_undescribed boolean not null default false check (not is_undescribed or description = ''),
        -- False until its author sends it in with the text; others than the author see only what was sent.
        is_sent boolean not null default false,
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        created_at timestamptz not null
      );
      create index proposal_photo_proposal on proposal_photo (proposal_id, position);

      create table proposal_photo_file (
        photo_id uuid not null references proposal_photo on delete cascade,
        size integer not null check (size in (480, 1600)),
        content bytea not null check (octet_length(content) <= 500000),
        primary key (photo_id, size)
      );
      -- WebP does not get smaller by compressing it again.
      alter table proposal_photo_file alter column content set storage external;

      -- What contexts to the right of proposals may join: photos that were sent in.
      create view proposal_photo_sent as
        select id, proposal_id, position, description, is_undescribed, width, height from proposal_photo where is_sent;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view proposal_photo_sent; drop table proposal_photo_file; drop table proposal_photo');
  }
}
