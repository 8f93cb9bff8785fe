import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Villages1760000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table municipality (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        name text not null,
        population integer not null check (population >= 0),
        population_source text not null,
        attribution text not null,
        waters jsonb not null default '[]'
      );

      create table area (
        id uuid primary key default gen_random_uuid(),
        municipality_id uuid not null references municipality,
        name text not null,
        is_example boolean not null default false,
        unique (municipality_id, name)
      );

      create table village (
        id uuid primary key default gen_random_uuid(),
        municipality_id uuid not null references municipality,
        area_id uuid not null references area,
        slug text not null check (slug ~ '^[a-z0-9-]{1,60}$'),
        name text not null,
        bag_code text,
        population integer not null check (population >= 0),
        population_year integer not null,
        population_source text not null,
        postcodes text[] not null default '{}',
        fact text,
        neighbour_slugs text[] not null default '{}',
        boundary jsonb not null,
        point jsonb not null,
        label jsonb not null,
        unique (municipality_id, slug)
      );
      create index village_area on village (area_id);
      alter table person add constraint person_home_village foreign key (home_village_id) references village;

      -- What contexts to the right of villages may join.
      create view village_public as
        select id, slug, name, population, area_id, municipality_id from village;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view village_public; alter table person drop constraint person_home_village;
      drop table village, area, municipality`);
  }
}
