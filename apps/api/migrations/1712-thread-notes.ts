import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ThreadNotes1760000001712 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What colleagues tell each other about a thread. No view: nothing outside the inbox reads it.
      create table thread_note (
        id uuid primary key default gen_random_uuid(),
        thread_id uuid not null references thread on delete cascade,
        author_id uuid references person on delete set null,
        body text not null check (char_length(body) between 1 and 2000),
        created_at timestamptz not null
      );
      create index thread_note_thread on thread_note (thread_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table thread_note');
  }
}
