import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Evenings1760000001620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An evening in the village hall, on which wishes are written down as they are said.
      create table evening (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village,
        title text not null check (char_length(title) <= 80),
        day date not null,
        state text not null default 'open' check (state in ('open', 'closing', 'closed')),
        begun_by uuid references person on delete set null,
        begun_at timestamptz not null,
        closed_at timestamptz,
        check ((closed_at is null) = (state = 'open'))
      );
      create index evening_of_village on evening (village_id, day desc, id desc);

      -- A wish as it was said. Its id is chosen by the computer it was written on: sent again, it stands once.
      create table evening_wish (
        id uuid primary key,
        evening_id uuid not null references evening on delete cascade,
        text text not null check (char_length(text) between 5 and 400),
        theme text,
        group_name text not null check (char_length(group_name) <= 40),
        -- No reference: the note it is tied to may still be on its way.
        same_as uuid,
        dots integer not null check (dots between 0 and 999),
        place text not null check (char_length(place) <= 160),
        -- Kept until its mail is sent, or so long that nobody will send it in any more.
        email text check (char_length(email) <= 254),
        is_removed boolean not null,
        is_left_out boolean not null default false,
        -- Everybody who wrote on it: none of them moderates what it becomes.
        entered_by uuid[] not null default '{}',
        entered_at timestamptz not null,
        revision bigint not null,
        proposal_id uuid references proposal on delete set null
      );
      create index evening_wish_listed on evening_wish (evening_id, entered_at desc, id desc);
      create index evening_wish_proposal on evening_wish (proposal_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evening_wish; drop table evening');
  }
}
