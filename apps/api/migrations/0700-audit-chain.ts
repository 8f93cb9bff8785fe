import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditChain1760000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What explains an entry, and may have to be forgotten: erased as a whole, never changed. The text is kept
      -- as it was written ("json", not "jsonb"), because its hash is.
      create table audit_details (
        entry_id bigint primary key references audit_entry,
        salt text not null,
        details json not null
      );

      alter table audit_entry disable trigger audit_entry_append_only;
      alter table audit_entry add column details_hash text;
      insert into audit_details (entry_id, salt, details)
        select id, replace(gen_random_uuid()::text, '-', ''), details from audit_entry where details <> '{}';
      update audit_entry e
        set details_hash = encode(sha256(convert_to(d.salt || ':' || d.details::text, 'UTF8')), 'hex')
        from audit_details d where d.entry_id = e.id;
      alter table audit_entry drop column details;
      alter table audit_entry enable trigger audit_entry_append_only;
      create index audit_entry_actor on audit_entry (actor_id, id);

      -- The linker writes it after the fact, so that writers never wait for each other.
      create table audit_chain (
        position bigint primary key,
        entry_id bigint not null unique references audit_entry,
        previous_hash text not null,
        hash text not null
      );

      create trigger audit_entry_never_emptied before truncate on audit_entry
        for each statement execute function refuse_change();
      create trigger audit_details_never_edited before update on audit_details
        for each row execute function refuse_change();
      create trigger audit_details_never_emptied before truncate on audit_details
        for each statement execute function refuse_change();
      create trigger audit_chain_append_only before update or delete on audit_chain
        for each row execute function refuse_change();
      create trigger audit_chain_never_emptied before truncate on audit_chain
        for each statement execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_chain;
      drop index audit_entry_actor;
      drop trigger audit_entry_never_emptied on audit_entry;
      alter table audit_entry disable trigger audit_entry_append_only;
      alter table audit_entry add column details jsonb not null default '{}';
      update audit_entry e set details = d.details::jsonb from audit_details d where d.entry_id = e.id;
      alter table audit_entry drop column details_hash;
      alter table audit_entry enable trigger audit_entry_append_only;
      drop table audit_details;
    `);
  }
}
