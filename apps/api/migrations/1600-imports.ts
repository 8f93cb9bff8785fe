import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Imports1760000001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two sources may number their points alike: only together they tell which one it is.
      alter table proposal drop constraint proposal_source_key_key,
        add constraint proposal_source unique (source_url, source_key);

      -- A file with points, as it was read; what becomes of it stands with its rows.
      create table import_batch (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person,
        state text not null check (state in ('read', 'importing', 'imported', 'undoing', 'undone')),
        file_name text not null check (char_length(file_name) <= 200),
        headings jsonb not null,
        columns jsonb not null,
        source_url text check (source_url ~ '^https?://' and char_length(source_url) <= 500),
        created_at timestamptz not null,
        finished_at timestamptz,
        version integer not null default 1,
        check ((finished_at is not null) = (state in ('imported', 'undone')))
      );
      create index import_batch_listed on import_batch (created_at desc, id desc);
      -- One job at a time: two could take over the same point, or one take back what the other looks at.
      create unique index import_batch_working on import_batch ((true)) where state in ('importing', 'undoing');

      create table import_row (
        batch_id uuid not null references import_batch on delete cascade,
        number integer not null,
        -- As they stand in the file; erased as soon as it is decided, for columns nobody chose may hold anything.
        cells jsonb,
        village text not null default '',
        title text not null default '',
        outcome text not null check (outcome in ('new', 'same', 'differs', 'faulty')),
        faults jsonb not null default '[]',
        point jsonb,
        proposal_id uuid references proposal on delete set null,
        -- What became of a new one: the job goes on where this says it stopped.
        fate text check (fate in ('taken', 'hidden', 'gone', 'kept')),
        primary key (batch_id, number),
        check ((outcome = 'faulty') = (faults <> '[]'))
      );
      create index import_row_proposal on import_row (proposal_id);

      -- What the columns of a file were said to be, for the next file with the same headings.
      create table import_columns (
        headings_hash text primary key,
        columns jsonb not null,
        source_url text,
        used_at timestamptz not null
      );

      -- For contexts that draw on a map: where a village lies, as [longitude, latitude].
      create view village_place as select id as village_id, point from village;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view village_place;
      drop table import_columns, import_row, import_batch;
      alter table proposal drop constraint proposal_source,
        add constraint proposal_source_key_key unique (source_key)`);
  }
}
