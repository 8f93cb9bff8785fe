import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportSheets1760000001601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Names of sheets of the workbook that were not read: whoever brings it must know.
      alter table import_batch add column left_out jsonb not null default '[]',
        -- Who said so last, of which the audit log tells when the job goes on after a crash.
        add column acted_by uuid references person`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_batch drop column left_out, drop column acted_by');
  }
}
