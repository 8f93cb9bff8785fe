import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Administration1760000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index person_name on person (display_name, id);
      create index person_search on person using gin (display_name gin_trgm_ops, email gin_trgm_ops);

      -- During leave: the covering person has the broker roles of the covered one.
      create table role_cover (
        id uuid primary key default gen_random_uuid(),
        covered_id uuid not null references person on delete cascade,
        covering_id uuid not null references person on delete cascade,
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at >= starts_at),
        check (covered_id <> covering_id)
      );
      create index role_cover_covered on role_cover (covered_id);
      create index role_cover_covering on role_cover (covering_id);

      -- Least and greatest leave out what is null; a cover never makes a role run longer than it does.
      create or replace view role_public as
        select r.person_id, p.display_name, p.home_village_id, r.role, r.scope_type, r.scope_id, r.starts_at, r.ends_at
        from role_assignment r join person p on p.id = r.person_id
        union all
        select c.covering_id, p.display_name, p.home_village_id, r.role, r.scope_type, r.scope_id,
          greatest(r.starts_at, c.starts_at), least(r.ends_at, c.ends_at)
        from role_cover c
        join role_assignment r on r.person_id = c.covered_id and r.role = 'broker'
        join person p on p.id = c.covering_id;

      alter table area add column version integer not null default 1;
      create table team (
        id uuid primary key default gen_random_uuid(),
        municipality_id uuid not null references municipality,
        name text not null check (char_length(name) between 2 and 80),
        starts_at timestamptz not null,
        ends_at timestamptz check (ends_at >= starts_at),
        version integer not null default 1,
        unique (municipality_id, name)
      );

      -- What contexts to the right of villages may join.
      create view team_public as select id, municipality_id, name, starts_at, ends_at from team;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view team_public; drop table team; alter table area drop column version;
      create or replace view role_public as
        select r.person_id, p.display_name, p.home_village_id, r.role, r.scope_type, r.scope_id, r.starts_at, r.ends_at
        from role_assignment r join person p on p.id = r.person_id;
      drop table role_cover; drop index person_search; drop index person_name;
    `);
  }
}
