import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExecutorResidents1760000001551 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Residents carry it out, alone or with who else is named; plans from before named nobody of them.
      alter table proposal
        add column by_residents boolean not null default false,
        add check (due_on is not null or not by_residents);
      alter table agenda_version_point add column by_residents boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agenda_version_point drop column by_residents; alter table proposal drop column by_residents`);
  }
}
