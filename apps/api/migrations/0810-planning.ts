import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Planning1760000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A point is planned while it has a day; without a team it is the work of the broker.
      alter table proposal
        add column team_id uuid references team,
        add column executor text check (char_length(executor) between 2 and 120),
        add column due_on date,
        add column evidence text check (char_length(evidence) <= 2000),
        add check (due_on is not null or (team_id is null and executor is null));
      create index proposal_team on proposal (team_id) where team_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table proposal drop column team_id, drop column executor, drop column due_on, drop column evidence`);
  }
}
