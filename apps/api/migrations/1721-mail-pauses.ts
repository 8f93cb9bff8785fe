import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailPauses1760000001721 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Mail to this person came back for good: none goes out but codes, until they say that it works again.
      create table mail_pause (
        person_id uuid primary key references person on delete cascade,
        status text not null check (status ~ '^5\\.\\d{1,3}\\.\\d{1,3}$'),
        paused_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_pause');
  }
}
