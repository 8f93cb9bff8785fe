import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VillageNews1760000001731 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Short news of a village. Days are calendar days in Amsterdam, the last one included; only road works have them.
      create table village_news (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village on delete cascade,
        kind text not null check (kind in ('news', 'road_works')),
        title text not null check (char_length(title) <= 120),
        text text not null check (char_length(text) <= 2000),
        proposal_id uuid references proposal on delete set null,
        starts_on date,
        ends_on date,
        place text not null default '' check (char_length(place) <= 120),
        voice text not null check (voice in ('group', 'broker')),
        told_at timestamptz not null,
        corrected_at timestamptz,
        version integer not null default 1,
        check (kind = 'road_works' or (starts_on is null and ends_on is null and place = '')),
        check (kind = 'news' or (starts_on <= ends_on) is true)
      );
      create index village_news_listed on village_news (village_id, told_at desc, id desc);
      create index village_news_proposal on village_news (proposal_id) where proposal_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table village_news');
  }
}
