import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matching1760000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the engine read in each public text; also the change log every process follows.
      create sequence match_text_seq;
      create table match_text (
        proposal_id uuid primary key references proposal on delete cascade,
        village_ids uuid[] not null,
        features jsonb not null,
        is_public boolean not null,
        version integer not null,
        engine_version integer not null,
        seq bigint not null default nextval('match_text_seq')
      );
      create unique index match_text_followed on match_text (seq);

      -- Both directions are stored, so a point reads its own rows only.
      create table resemblance (
        proposal_id uuid not null references proposal on delete cascade,
        other_id uuid not null references proposal on delete cascade,
        score real not null check (score > 0 and score <= 1),
        tier text not null check (tier in ('strong', 'possible')),
        evidence jsonb not null,
        primary key (proposal_id, other_id),
        check (proposal_id <> other_id)
      );
      create index resemblance_other on resemblance (other_id);

      create table match_flag (
        id uuid primary key default gen_random_uuid(),
        state text not null default 'suggested' check (state in
          ('suggested', 'introduced', 'accepted', 'linked', 'declined', 'snoozed', 'expired')),
        label text not null,
        suggested_at timestamptz not null
      );
      create table match_flag_member (
        flag_id uuid not null references match_flag on delete cascade,
        proposal_id uuid not null references proposal on delete cascade,
        primary key (flag_id, proposal_id)
      );
      create index match_flag_member_proposal on match_flag_member (proposal_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table match_flag_member; drop table match_flag; drop table resemblance;
      drop table match_text; drop sequence match_text_seq`);
  }
}
