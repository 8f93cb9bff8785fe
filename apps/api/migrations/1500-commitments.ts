import type { MigrationInterface, QueryRunner } from 'typeorm';

const part = `text not null check (part in ('broker', 'official', 'alderman'))`;

export class Commitments1760000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table official_answer (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        text text not null check (char_length(text) <= 4000),
        why text not null check (char_length(why) <= 2000),
        alternative text not null default '' check (char_length(alternative) <= 2000),
        author_id uuid references person,
        part ${part},
        team_id uuid references team,
        created_at timestamptz not null
      );
      create index official_answer_proposal on official_answer (proposal_id, created_at desc);

      -- A day is a calendar day in Amsterdam. The first due day never changes: kept in time is counted from it.
      create table commitment (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        what text not null check (char_length(what) <= 300),
        team_id uuid references team,
        due_on date not null,
        first_due_on date not null,
        state text not null default 'open' check (state in ('open', 'waiting', 'kept', 'withdrawn')),
        kept_on date,
        kept_at timestamptz,
        made_by uuid references person,
        made_at timestamptz not null,
        version integer not null default 1,
        check ((state = 'kept') = (kept_on is not null and kept_at is not null))
      );
      create index commitment_proposal on commitment (proposal_id);
      create index commitment_due on commitment (due_on, id);

      create table commitment_step (
        id uuid primary key default gen_random_uuid(),
        commitment_id uuid not null references commitment on delete cascade,
        number integer not null check (number > 0),
        kind text not null check (kind in ('made', 'moved', 'asked', 'resumed', 'kept', 'withdrawn')),
        text text check (char_length(text) <= 500),
        due_on date not null,
        actor_id uuid references person,
        at timestamptz not null,
        unique (commitment_id, number),
        check ((text is not null) = (kind in ('moved', 'asked', 'withdrawn')))
      );

      -- Who was told that it is late; once for each due day and level.
      create table commitment_escalation (
        commitment_id uuid not null references commitment on delete cascade,
        due_on date not null,
        level text not null check (level in ('broker', 'team', 'alderman')),
        told_at timestamptz not null,
        primary key (commitment_id, due_on, level)
      );

      create table status_update (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        kind text not null check (kind in ('news', 'kept', 'still_right')),
        text text not null default '' check (char_length(text) <= 2000),
        commitment_id uuid references commitment on delete cascade,
        author_id uuid references person,
        part ${part},
        team_id uuid references team,
        created_at timestamptz not null,
        check ((kind = 'kept') = (commitment_id is not null)),
        check (kind <> 'still_right' or text = '')
      );
      create index status_update_proposal on status_update (proposal_id, created_at desc);
      create index status_update_commitment on status_update (commitment_id) where commitment_id is not null;

      create table update_photo (
        id uuid primary key default gen_random_uuid(),
        sender_id uuid not null references person,
        -- Null until it is sent with an update; until then it exists for its sender alone.
        update_id uuid references status_update on delete cascade,
        position integer not null default 0 check (position >= 0),
        description text not null default '' check (char_length(description) <= 250),
        is_undescribed boolean not null default false check (not is_undescribed or description = ''),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        created_at timestamptz not null,
        check (update_id is null or is_undescribed or description <> '')
      );
      create index update_photo_update on update_photo (update_id, position) where update_id is not null;
      create index update_photo_sender on update_photo (sender_id);
      create index update_photo_unsent on update_photo (created_at) where update_id is null;

      create table update_photo_file (
        photo_id uuid not null references update_photo on delete cascade,
        size integer not null check (size in (480, 1600)),
        content bytea not null check (octet_length(content) <= 500000),
        primary key (photo_id, size)
      );
      -- WebP does not get smaller by compressing it again.
      alter table update_photo_file alter column content set storage external;

      create table milestone (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        title text not null check (char_length(title) <= 120),
        -- A month yyyy-mm or a day yyyy-mm-dd: what is only known by its month gets no invented day.
        "when" text not null check ("when" ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
        reached_at timestamptz,
        created_at timestamptz not null
      );
      create index milestone_proposal on milestone (proposal_id);

      -- Whether a status that is old still is right, as it was asked of whoever has the point.
      create table refresh_ask (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        team_id uuid references team,
        asked_at timestamptz not null,
        confirmed_at timestamptz
      );
      create index refresh_ask_proposal on refresh_ask (proposal_id, asked_at desc);

      -- What everyone may read, for contexts to the right; gone with a point that is hidden.
      create view commitment_public as
        select c.id, c.proposal_id, c.what, c.team_id, c.due_on, c.first_due_on, c.state, c.kept_on, c.kept_at, c.made_at
        from commitment c join proposal_public p on p.id = c.proposal_id;
      create view status_update_public as
        select u.id, u.proposal_id, u.kind, u.created_at
        from status_update u join proposal_public p on p.id = u.proposal_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view status_update_public; drop view commitment_public; drop table refresh_ask; drop table milestone;
      drop table update_photo_file; drop table update_photo; drop table status_update; drop table commitment_escalation;
      drop table commitment_step; drop table commitment; drop table official_answer`);
  }
}
