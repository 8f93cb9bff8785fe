import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Adoptions1760000001450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a resident made of an idea of another village. It holds no text: what is quoted is read where it stands.
      create table adoption (
        id uuid primary key default gen_random_uuid(),
        origin_id uuid not null references proposal on delete cascade,
        adopted_id uuid not null unique references proposal on delete cascade,
        person_id uuid not null references person on delete cascade,
        village_id uuid not null references village,
        created_at timestamptz not null,
        check (origin_id <> adopted_id)
      );
      create unique index adoption_once on adoption (origin_id, person_id);
      create index adoption_person on adoption (person_id);

      -- For who tells the origin, by ids alone.
      create view adoption_told as select origin_id, adopted_id, person_id from adoption;

      create view proposal_shared as select proposal_id, village_id from proposal_also_village;
      -- How a point that is public was done; null while it was not.
      create view proposal_story as
        select id as proposal_id, case when agenda_state = 'done' then evidence end as evidence
        from proposal where moderation_state = 'approved';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view proposal_story; drop view proposal_shared; drop view adoption_told; drop table adoption`);
  }
}
