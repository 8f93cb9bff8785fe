import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1760000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;

      create table audit_entry (
        id bigint primary key generated always as identity,
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        object_type text not null,
        object_id text not null,
        from_state text,
        to_state text,
        details jsonb not null default '{}'
      );
      create index audit_entry_object on audit_entry (object_type, object_id, id);

      create function refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'rows of % are never changed', tg_table_name;
        end $$;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function refuse_change();

      create table demo_mail (
        id uuid primary key default gen_random_uuid(),
        recipient text not null,
        subject text not null,
        text text not null,
        sent_at timestamptz not null
      );
      create index demo_mail_newest on demo_mail (sent_at desc, id desc);

      create table person (
        id uuid primary key default gen_random_uuid(),
        email text not null unique check (email = lower(email) and length(email) <= 254),
        display_name text not null check (length(display_name) between 2 and 60),
        home_village_id uuid,
        home_village_changed_at timestamptz,
        demo_description text,
        created_at timestamptz not null
      );

      create table sign_in_code (
        email text primary key,
        code_hash text not null,
        expires_at timestamptz not null,
        tries integer not null
      );

      create table session (
        token_hash text primary key,
        person_id uuid not null references person on delete cascade,
        expires_at timestamptz not null
      );
      create index session_person on session (person_id);

      create table role_assignment (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person on delete cascade,
        role text not null,
        scope_type text not null,
        scope_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz check (ends_at >= starts_at)
      );
      create index role_assignment_person on role_assignment (person_id);
      create index role_assignment_scope on role_assignment (scope_type, scope_id, role);

      create table idempotency_key (
        person_id uuid not null references person on delete cascade,
        route text not null,
        key text not null,
        body_hash text not null,
        answer jsonb,
        created_at timestamptz not null,
        primary key (person_id, route, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);

      -- What contexts to the right of identity may join.
      create view person_public as select id, display_name from person;
      create view role_public as
        select r.person_id, p.display_name, p.home_village_id, r.role, r.scope_type, r.scope_id, r.starts_at, r.ends_at
        from role_assignment r join person p on p.id = r.person_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view role_public; drop view person_public;
      drop table idempotency_key, role_assignment, session, sign_in_code, person, demo_mail, audit_entry;
      drop function refuse_change();
    `);
  }
}
