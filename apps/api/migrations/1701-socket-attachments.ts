import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SocketAttachments1760000001701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where the processes on one database leave for each other what is too long for a notification.
      create table socket_io_attachments (
        id bigserial unique,
        created_at timestamptz default now(),
        payload bytea
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table socket_io_attachments');
  }
}
