import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Moderation1760000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_claim (
        proposal_id uuid primary key references proposal on delete cascade,
        claimed_by uuid not null references person,
        claimed_at timestamptz not null,
        claimed_until timestamptz not null
      );

      create table moderation_decision (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        decision text not null check (decision in
          ('approve', 'request_changes', 'refuse', 'hide', 'show_again', 'reconsider')),
        decided_by uuid not null references person,
        decided_at timestamptz not null,
        undo_until timestamptz,
        undone_at timestamptz
      );
      create index moderation_decision_proposal on moderation_decision (proposal_id, decided_at desc);

      create table statement_of_reasons (
        decision_id uuid primary key references moderation_decision on delete cascade,
        sentence text not null check (char_length(sentence) <= 500),
        rule text not null,
        would_be_accepted text not null check (char_length(would_be_accepted) <= 2000)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statement_of_reasons, moderation_decision, moderation_claim');
  }
}
