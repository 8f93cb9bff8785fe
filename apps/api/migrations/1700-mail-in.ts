import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailIn1760000001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where one person answers one thread by mail. Only a hash: who reads the table can write to no thread.
      create table thread_reply_address (
        id uuid primary key default gen_random_uuid(),
        thread_id uuid not null references thread on delete cascade,
        person_id uuid not null references person on delete cascade,
        token_hash text not null unique,
        unique (thread_id, person_id)
      );

      -- What came to it, so that a mail that is delivered twice is one message.
      create table thread_reply (
        address_id uuid not null references thread_reply_address on delete cascade,
        mail_hash text not null,
        received_at timestamptz not null,
        primary key (address_id, mail_hash)
      );
      create index thread_reply_age on thread_reply (received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table thread_reply; drop table thread_reply_address');
  }
}
