import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Board1760000001560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index support_village on support (village_id, created_at);
      create index comment_village on comment (village_id, created_at);

      -- The year a public page reported, of points that are public.
      create view proposal_reported as
        select id as proposal_id, reported_year from proposal
        where moderation_state = 'approved' and reported_year is not null;

      -- From which village people were heard, and when, on points that are public: by village, never by person. Null where
      -- somebody had none.
      create view support_heard as
        select s.proposal_id, s.village_id, s.created_at
        from support s join proposal_public p on p.id = s.proposal_id where s.village_id is not null;
      create view comment_heard as
        select c.proposal_id, c.village_id, c.kind, c.state, c.due_on, c.created_at
        from comment c join proposal_public p on p.id = c.proposal_id
        where c.part is null and c.hidden_reason is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view comment_heard; drop view support_heard; drop view proposal_reported;
      drop index comment_village; drop index support_village`);
  }
}
