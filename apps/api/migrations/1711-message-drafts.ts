import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessageDrafts1760000001711 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The proposal that was made of a message; a draft that is thrown away leaves the message as it was.
      alter table message add column draft_id uuid references proposal on delete set null;
      create unique index message_draft on message (draft_id) where draft_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table message drop column draft_id');
  }
}
