import type { MigrationInterface, QueryRunner } from 'typeorm';

const ways = `('letter', 'postcard', 'call', 'visit', 'evening')`;

export class EnteredWishes1760000001580 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How it came in, when somebody wrote it down for somebody else; null when its author wrote it here.
      alter table proposal add column entered_from text check (entered_from in ${ways});

      -- A wish that was written down for somebody else. The address is kept until they take it over, say that it is not
      -- theirs, or do not answer for so long.
      create table entered_wish (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null unique references proposal on delete cascade,
        entered_by uuid not null references person on delete cascade,
        email text check (char_length(email) <= 254),
        entered_at timestamptz not null,
        told_at timestamptz,
        claimed_by uuid references person,
        claimed_at timestamptz,
        check ((claimed_by is null) = (claimed_at is null)),
        check (claimed_at is null or email is null)
      );
      create index entered_wish_by on entered_wish (entered_by, entered_at desc, id desc);
      create index entered_wish_address on entered_wish (entered_at) where email is not null;
      -- For the context that wrote them down.
      create view proposal_entered as
        select id, village_id, title, body, entered_from, moderation_state from proposal where entered_from is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop view proposal_entered; drop table entered_wish; alter table proposal drop column entered_from',
    );
  }
}
