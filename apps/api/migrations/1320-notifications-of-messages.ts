import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = `'author', 'supporter', 'commenter', 'chosen', 'village', 'answers'`;

export class NotificationsOfMessages1760000001320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What contexts to the right of conversations may join: never the words of a message.
      create view message_told as
        select m.id, m.thread_id, m.number, m.author_id, t.title from message m join thread t on t.id = m.thread_id;
      create view thread_read as select thread_id, person_id, number from thread_mark;

      -- A line is about a point, or about a message.
      alter table notification
        alter column proposal_id drop not null,
        add column message_id uuid references message on delete cascade,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons}, 'participant')),
        add constraint notification_about_check check (num_nonnulls(proposal_id, message_id) = 1);
      create index notification_message on notification (message_id) where message_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where message_id is not null;
      alter table notification
        drop constraint notification_about_check,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons})),
        drop column message_id,
        alter column proposal_id set not null;
      drop view thread_read;
      drop view message_told;
    `);
  }
}
