import type { MigrationInterface, QueryRunner } from 'typeorm';

const told = (where: string): string => `
  create or replace view promise_told as
    select id, proposal_id, text, why, null::date as due_on, team_id, false as is_open from official_answer ${where}
    union all
    select id, proposal_id, text, null, null, team_id, false from status_update ${where}
    union all
    select s.id, c.proposal_id, c.what, s.text, s.due_on, c.team_id, c.state = 'open'
    from commitment_step s join commitment c on c.id = s.commitment_id
    union all
    select id, proposal_id, what, null, due_on, team_id, state = 'open' from commitment
    union all
    select r.id, r.proposal_id, '', null, null, r.team_id,
      r.confirmed_at is null and coalesce(p.status_at <= r.asked_at, true)
    from refresh_ask r join proposal_public p on p.id = r.proposal_id
    union all select id, proposal_id, text, null, null, team_id, false from feasibility`;

export class HiddenAnswers1760000001555 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const reason = `add column hidden_reason text check (char_length(hidden_reason) <= 500)`;
    await runner.query(`
      -- Why the broker hid it: only its author and the broker read it then. Null when everyone may.
      alter table official_answer ${reason};
      alter table status_update ${reason};
      -- What is hidden is told to nobody.
      ${told('where hidden_reason is null')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${told('')};
      alter table official_answer drop column hidden_reason;
      alter table status_update drop column hidden_reason`);
  }
}
