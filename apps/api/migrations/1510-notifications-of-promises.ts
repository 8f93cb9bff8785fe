import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NotificationsOfPromises1760000001510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What contexts to the right of commitments tell of: an answer, an update, a step of a promise, a promise itself,
      -- or the question whether a status still is right. is_open: somebody still has to do something about it.
      create view promise_told as
        select id, proposal_id, text, why, null::date as due_on, team_id, false as is_open from official_answer
        union all
        select id, proposal_id, text, null, null, team_id, false from status_update
        union all
        select s.id, c.proposal_id, c.what, s.text, s.due_on, c.team_id, c.state = 'open'
        from commitment_step s join commitment c on c.id = s.commitment_id
        union all
        select id, proposal_id, what, null, due_on, team_id, state = 'open' from commitment
        union all
        select r.id, r.proposal_id, '', null, null, r.team_id,
          r.confirmed_at is null and coalesce(p.status_at <= r.asked_at, true)
        from refresh_ask r join proposal_public p on p.id = r.proposal_id;

      -- Which of these a line is about; no foreign key, because they are of five tables. They go with their proposal.
      alter table notification
        add column promise_id uuid,
        add constraint notification_promise_check check (promise_id is null or proposal_id is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where promise_id is not null;
      alter table notification drop constraint notification_promise_check, drop column promise_id;
      drop view promise_told;
    `);
  }
}
