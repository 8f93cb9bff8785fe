import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LexiconChanges1760000001390 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rises with every change; its one row makes changes wait for each other.
      create table lexicon_version (
        is_only boolean primary key default true check (is_only),
        version integer not null
      );
      insert into lexicon_version (version) values (0);

      -- The concepts this municipality changed or added, whole; all others come with the product.
      create table lexicon_change (
        concept_id text collate "C" primary key,
        concept jsonb not null,
        -- That of the lexicon as of this change, so that no two states of a concept ever have the same.
        version integer not null,
        changed_by uuid not null references person,
        changed_at timestamptz not null
      );

      -- With which lexicon a text was read.
      alter table match_text add column lexicon_version integer not null default 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table match_text drop column lexicon_version;
      drop table lexicon_change; drop table lexicon_version`);
  }
}
