import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessagePhotos1760000001350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message_photo (
        id uuid primary key default gen_random_uuid(),
        sender_id uuid not null references person,
        -- Null until it is sent with a message; until then it exists for its sender alone.
        message_id uuid references message on delete cascade,
        position integer not null default 0 check (position >= 0),
        description text not null default '' check (char_length(description) <= 250),
        is_undescribed boolean not null default false check (not is_undescribed or description = ''),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        created_at timestamptz not null,
        check (message_id is null or is_undescribed or description <> '')
      );
      create index message_photo_message on message_photo (message_id, position) where message_id is not null;
      create index message_photo_sender on message_photo (sender_id);
      create index message_photo_unsent on message_photo (created_at) where message_id is null;

      create table message_photo_file (
        photo_id uuid not null references message_photo on delete cascade,
        size integer not null check (size in (480, 1600)),
        content bytea not null check (octet_length(content) <= 500000),
        primary key (photo_id, size)
      );
      -- WebP does not get smaller by compressing it again.
      alter table message_photo_file alter column content set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message_photo_file; drop table message_photo');
  }
}
