import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rounds1760000001610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When somebody sent it in for the first time; it stays, whatever is changed and sent in again.
      alter table proposal add column first_submitted_at timestamptz;
      update proposal set first_submitted_at = submitted_at where source_key is null;
      create index proposal_first_submitted on proposal (village_id, first_submitted_at) where first_submitted_at is not null;

      -- What was sent in here and may stand: what waits for its reader or its author, and what everyone may read.
      create view proposal_sent_in as
        select id, village_id, entered_from, moderation_state, first_submitted_at as sent_in_at
        from proposal
        where first_submitted_at is not null and moderation_state in ('submitted', 'changes_requested', 'approved');

      -- What the town hall said last of a point everyone may read, in words.
      create view official_word_public as
        select distinct on (w.proposal_id) w.proposal_id, w.text, w.at
        from (
          select proposal_id, text, created_at as at from official_answer where hidden_reason is null
          union all
          select proposal_id, text, created_at from status_update where hidden_reason is null and text <> ''
          union all
          select proposal_id, after, told_at from story
        ) w join proposal_public p on p.id = w.proposal_id
        order by w.proposal_id, w.at desc;

      -- People are asked what they wish, on days in Amsterdam, the last one included.
      create table intake_round (
        id uuid primary key default gen_random_uuid(),
        question text not null check (char_length(question) <= 120),
        explanation text not null check (char_length(explanation) <= 1000),
        channels text[] not null
          check (channels <@ array['web', 'flyer', 'postcard', 'evening', 'phone'] and channels <> '{}'),
        hand_in text not null check (char_length(hand_in) <= 100),
        phone text not null check (char_length(phone) <= 40),
        evening text not null check (char_length(evening) <= 120),
        starts_on date not null,
        ends_on date not null,
        stopped_at timestamptz,
        created_at timestamptz not null,
        version integer not null default 1,
        check (starts_on <= ends_on),
        unique (id, starts_on, ends_on)
      );
      create index intake_round_listed on intake_round (ends_on desc, id desc);

      -- Ids as ranges, because only ranges can be held apart without an extension.
      create type village_range as range (subtype = uuid);
      create table intake_round_village (
        round_id uuid not null,
        village_id uuid not null references village,
        starts_on date not null,
        ends_on date not null,
        primary key (round_id, village_id),
        foreign key (round_id, starts_on, ends_on) references intake_round (id, starts_on, ends_on)
          on update cascade on delete cascade,
        -- One question at a time: whoever sends something in answers that one.
        constraint intake_round_apart exclude using gist (
          village_range(village_id, village_id, '[]') with &&, daterange(starts_on, ends_on, '[]') with &&)
      );
      create index intake_round_village_village on intake_round_village (village_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table intake_round_village, intake_round; drop type village_range;
      drop view official_word_public; drop view proposal_sent_in;
      alter table proposal drop column first_submitted_at`);
  }
}
