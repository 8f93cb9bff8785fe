import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DueDays1760000001540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is promised or aimed at on a point everyone may read, and still to come; "when" is a day, or the month of a
      -- milestone that has no day. Gone with a point that is hidden; milestones also with one that is closed.
      create view due_public as
        select c.id, c.proposal_id, 'promise' as kind, c.what, c.due_on::text as "when", c.team_id,
          (select max(s.at) from commitment_step s where s.commitment_id = c.id) as changed_at
        from commitment c join proposal_public p on p.id = c.proposal_id
        where c.state in ('open', 'waiting')
        union all
        select m.id, m.proposal_id, 'milestone', m.title, m."when", null, m.created_at
        from milestone m join proposal_public p on p.id = m.proposal_id
        where m.reached_at is null and p.agenda_state not in ('done', 'not_feasible', 'merged', 'withdrawn');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view due_public');
  }
}
