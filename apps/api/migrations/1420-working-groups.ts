import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = (role: string): string => `p.display_name, p.home_village_id, ${role}, r.scope_type, r.scope_id`;

export class WorkingGroups1760000001420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = "case r.role when 'chair' then 'secretary' else r.role end as role";
    await runner.query(`
      create extension if not exists btree_gist;

      -- A chair acts as a secretary, everywhere; what somebody was made stands in the last column.
      create or replace view role_public as
        select r.person_id, ${columns(role)}, r.starts_at, r.ends_at, r.role as assigned_role
        from role_assignment r join person p on p.id = r.person_id
        union all
        select c.covering_id, ${columns('r.role')},
          greatest(r.starts_at, c.starts_at), least(r.ends_at, c.ends_at), r.role as assigned_role
        from role_cover c
        join role_assignment r on r.person_id = c.covered_id and r.role = 'broker'
        join person p on p.id = c.covering_id;

      -- Its members are the people with a group role in its villages.
      create table working_group (
        id uuid primary key default gen_random_uuid(),
        municipality_id uuid not null references municipality,
        name text not null check (char_length(name) between 2 and 80),
        kind text not null check (kind in
          ('village_council', 'village_table', 'village_platform', 'town_council', 'association', 'agenda_group')),
        village_ids uuid[] not null check (cardinality(village_ids) > 0),
        starts_at timestamptz not null,
        ends_at timestamptz check (ends_at >= starts_at),
        version integer not null default 1
      );
      create index working_group_name on working_group (name, id);

      -- Up to how much somebody may decide about money, and from when until when.
      create table mandate (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person on delete cascade,
        max_cents bigint not null check (max_cents between 1 and 1000000000000),
        starts_at timestamptz not null,
        ends_at timestamptz check (ends_at >= starts_at),
        constraint mandate_one_at_a_time exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
      );

      -- Above which amount which way of buying is asked, from day to day.
      create table procurement_threshold (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('goods_services', 'works', 'social')),
        route text not null check (route in ('single', 'several', 'national', 'european')),
        from_cents bigint not null check (from_cents between 0 and 1000000000000),
        valid_from date not null,
        valid_until date check (valid_until >= valid_from),
        source text not null check (char_length(source) between 4 and 500),
        source_url text not null check (source_url ~ '^https://' and char_length(source_url) <= 500),
        version integer not null default 1,
        constraint procurement_threshold_one_amount exclude using gist
          (kind with =, route with =, daterange(valid_from, valid_until, '[]') with &&),
        constraint procurement_threshold_one_route exclude using gist
          (kind with =, from_cents with =, daterange(valid_from, valid_until, '[]') with &&)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table procurement_threshold; drop table mandate; drop table working_group;
      update role_assignment set role = 'secretary' where role = 'chair';
      drop view role_public;
      create view role_public as
        select r.person_id, ${columns('r.role')}, r.starts_at, r.ends_at
        from role_assignment r join person p on p.id = r.person_id
        union all
        select c.covering_id, ${columns('r.role')}, greatest(r.starts_at, c.starts_at), least(r.ends_at, c.ends_at)
        from role_cover c
        join role_assignment r on r.person_id = c.covered_id and r.role = 'broker'
        join person p on p.id = c.covering_id;
    `);
  }
}
