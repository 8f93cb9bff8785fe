import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublicStories1760000001733 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stories of points everyone may read, with all their words; gone with a point that is hidden.
      create view story_told_public as
        select s.id, s.proposal_id, p.village_id, p.title, s.before, s.after, s.cost_cents, s.partners, s.thanks, s.told_at
        from story s join proposal_public p on p.id = s.proposal_id and p.agenda_state = 'done';
      create index story_listed on story (told_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index story_listed; drop view story_told_public');
  }
}
