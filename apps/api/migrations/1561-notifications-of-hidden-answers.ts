import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NotificationsOfHiddenAnswers1760000001561 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a broker hid, by whom it was said and why it was hidden: told to nobody else. Without its words.
      create view said_hidden as
        select id, proposal_id, 'official_answer' as kind, author_id, hidden_reason as reason
        from official_answer where hidden_reason is not null
        union all
        select id, proposal_id, 'status_update', author_id, hidden_reason
        from status_update where hidden_reason is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where kind in ('official_answer_hidden', 'status_update_hidden');
      drop view said_hidden`);
  }
}
