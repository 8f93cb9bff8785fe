import type { MigrationInterface, QueryRunner } from 'typeorm';

const subjects = 'proposal_id, message_id, flag_id, history_id, reminder_id';

export class VillageAnnouncements1760000001734 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is told of a village to who follows it, as it stands now: without drafts, what was taken back or cancelled.
      -- begins_at: when an event begins, after which it is no announcement any more; null for all else.
      create view village_announcement as
        select id, 'letter_sent' as kind, village_id, title, null::timestamptz as begins_at
        from status_letter where published_at is not null
        union all
        select id, case kind when 'news' then 'news_told' else 'road_works_told' end, village_id, title, null
        from village_news
        union all
        select id, 'event_announced', village_id, title, (day + starts) at time zone 'Europe/Amsterdam'
        from village_event where cancelled_at is null;

      -- announcement_id points into that view; a line of what is gone is shown to nobody.
      alter table notification
        add column announcement_id uuid,
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(${subjects}, announcement_id) = 1),
        drop constraint notification_in_digest_check,
        add constraint notification_in_digest_check
          check (not in_digest or (channel = 'mail' and num_nonnulls(proposal_id, announcement_id) = 1));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where announcement_id is not null;
      alter table notification
        drop constraint notification_in_digest_check,
        add constraint notification_in_digest_check
          check (not in_digest or (channel = 'mail' and proposal_id is not null)),
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(${subjects}) = 1),
        drop column announcement_id;
      drop view village_announcement;
    `);
  }
}
