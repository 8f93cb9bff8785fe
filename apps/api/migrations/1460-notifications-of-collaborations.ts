import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = `'author', 'supporter', 'commenter', 'chosen', 'village', 'answers', 'participant', 'side', 'introducer'`;
const subjects = 'proposal_id, message_id, flag_id';

export class NotificationsOfCollaborations1760000001460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What contexts to the right of collaborations tell of; who takes part in the talk hears it.
      create view collaboration_told as
        select h.id as history_id, h.kind, h.to_state, h.title as agreed, h.text, c.id as collaboration_id, c.title,
          c.thread_id, coalesce(v.name, t.name, p.partner_name) as party
        from collaboration_history h
        join collaboration c on c.id = h.collaboration_id
        left join collaboration_party p on p.id = h.party_id
        left join village_public v on v.id = p.village_id
        left join team_public t on t.id = p.team_id;

      alter table notification
        add column history_id uuid references collaboration_history on delete cascade,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons}, 'party')),
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(${subjects}, history_id) = 1);
      create index notification_history on notification (history_id) where history_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where history_id is not null;
      alter table notification
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(${subjects}) = 1),
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons})),
        drop column history_id;
      drop view collaboration_told;
    `);
  }
}
