import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ComparedTexts1760000001365 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Reading and comparing are two steps, so that many texts need no single long transaction.
      alter table match_text add column is_compared boolean not null default true;
      create index match_text_uncompared on match_text (seq) where not is_compared;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table match_text drop column is_compared');
  }
}
