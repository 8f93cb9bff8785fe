import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1760000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        parent_id uuid references comment on delete cascade,
        kind text not null check (kind in ('reaction', 'question', 'help', 'answer')),
        state text not null check (state in ('placed', 'open', 'answered', 'offered', 'agreed', 'declined')),
        body text not null check (char_length(body) <= 2000),
        author_id uuid references person,
        village_id uuid references village,
        part text check (part in ('secretary', 'broker', 'alderman')),
        owner text check (owner in ('group', 'broker')),
        due_on date,
        agreed_by uuid references person,
        hidden_reason text check (char_length(hidden_reason) <= 500),
        created_at timestamptz not null,
        check ((kind = 'answer') = (parent_id is not null)),
        check ((kind = 'answer') = (part is not null)),
        check ((kind = 'question') = (owner is not null and due_on is not null)),
        check ((state = 'agreed') = (agreed_by is not null))
      );
      create index comment_of_proposal on comment (proposal_id, created_at, id) where parent_id is null;
      create unique index comment_answer on comment (parent_id) where parent_id is not null;
      create index comment_author on comment (author_id, created_at desc, id desc);
      create index comment_open_question on comment (due_on, id) where kind = 'question' and state = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comment');
  }
}
