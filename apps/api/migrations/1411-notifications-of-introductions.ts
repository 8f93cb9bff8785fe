import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = `'author', 'supporter', 'commenter', 'chosen', 'village', 'answers', 'participant'`;

export class NotificationsOfIntroductions1760000001411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A line is about a point, a message, or a flag whose villages were introduced; then also about one of them.
      alter table notification
        add column flag_id uuid references match_flag on delete cascade,
        add column ask_id uuid references match_ask on delete cascade,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons}, 'side', 'introducer')),
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(proposal_id, message_id, flag_id) = 1),
        add constraint notification_ask_check check (ask_id is null or flag_id is not null);
      create index notification_flag on notification (flag_id) where flag_id is not null;
      create index notification_ask on notification (ask_id) where ask_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where flag_id is not null;
      alter table notification
        drop constraint notification_ask_check,
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(proposal_id, message_id) = 1),
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons})),
        drop column ask_id,
        drop column flag_id;
    `);
  }
}
