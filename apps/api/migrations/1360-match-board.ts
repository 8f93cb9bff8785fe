import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MatchBoard1760000001360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table match_flag
        add column version integer not null default 1,
        add column theme text not null default 'other' check (theme in
          ('traffic', 'housing', 'green', 'play_sport', 'meeting', 'care', 'energy_climate', 'safety', 'recreation',
            'communication', 'other')),
        add column benefit text not null default 'doing' check (benefit in ('buying', 'doing', 'learning')),
        -- Out of sight until this day begins in Europe/Amsterdam; from then on it counts as suggested.
        add column snoozed_until date,
        add column is_confirmed boolean not null default false,
        add column decline_reason text check (decline_reason in ('other_subject', 'opposite', 'too_broad', 'other')),
        add column decline_note text not null default '' check (char_length(decline_note) <= 500),
        add column decided_by uuid references person,
        add column decided_at timestamptz,
        add check ((state = 'snoozed') = (snoozed_until is not null)),
        add check ((state = 'declined') = (decline_reason is not null));

      -- Pairs of points of which a person said that they belong together, or do not; the engine never writes here.
      create table match_judgement (
        id bigint generated always as identity primary key,
        a_id uuid not null references proposal on delete cascade,
        b_id uuid not null references proposal on delete cascade,
        -- No reference: the engine may take a flag away that it suggested, and what was said of it stays.
        flag_id uuid not null,
        verdict text not null check (verdict in ('right', 'wrong')),
        reason text check (reason in ('other_subject', 'opposite', 'too_broad', 'other')),
        note text not null default '' check (char_length(note) <= 500),
        person_id uuid references person,
        at timestamptz not null,
        -- The stems of both texts as they were judged.
        a_stems text[] not null,
        b_stems text[] not null,
        -- When a person took it back.
        withdrawn_at timestamptz,
        check (a_id < b_id),
        check ((verdict = 'wrong') = (reason is not null))
      );
      create index match_judgement_pair on match_judgement (a_id, b_id, id desc);
      create index match_judgement_other on match_judgement (b_id);
      create index match_judgement_flag on match_judgement (flag_id, id desc);

      -- What rules read in the text of how much and for what money; null when it names nothing.
      alter table match_text add column amount jsonb;

      -- The same as a broker put it right; all null when the text names nothing after all.
      create table match_amount (
        proposal_id uuid primary key references proposal on delete cascade,
        least integer check (least between 1 and 1000000),
        most integer check (most between 1 and 1000000),
        unit text check (char_length(unit) between 1 and 40),
        cents bigint check (cents between 1 and 10000000000),
        corrected_by uuid references person,
        corrected_at timestamptz not null,
        check ((least is null) = (most is null)),
        check (least <= most)
      );

      alter table resemblance drop constraint resemblance_tier_check;
      alter table resemblance
        add constraint resemblance_tier_check check (tier in ('strong', 'possible', 'related')),
        -- The one wants gone what the other wants to have.
        add column is_opposite boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from resemblance where tier = 'related' or is_opposite;
      alter table resemblance drop column is_opposite, drop constraint resemblance_tier_check;
      alter table resemblance add constraint resemblance_tier_check check (tier in ('strong', 'possible'));
      drop table match_amount;
      alter table match_text drop column amount;
      drop table match_judgement;
      alter table match_flag drop column decided_at, drop column decided_by, drop column decline_note,
        drop column decline_reason, drop column is_confirmed, drop column snoozed_until, drop column benefit,
        drop column theme, drop column version;
    `);
  }
}
