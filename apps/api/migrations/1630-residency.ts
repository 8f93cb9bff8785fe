import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Residency1760000001630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Codes for the letterboxes of a village, made together.
      create table residency_batch (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village on delete cascade,
        codes int not null check (codes between 1 and 5000),
        uses_per_code int not null check (uses_per_code between 1 and 6),
        valid_until date not null,
        created_at timestamptz not null,
        withdrawn_at timestamptz,
        proofs_taken_back_at timestamptz,
        check (proofs_taken_back_at is null or withdrawn_at is not null)
      );
      create index residency_batch_village on residency_batch (village_id, created_at desc, id desc);

      -- Only a keyed hash: who reads the table can use no code. A use is never given back.
      create table residency_code (
        code_hash text primary key,
        batch_id uuid not null references residency_batch on delete cascade,
        uses int not null default 0 check (uses between 0 and 6)
      );
      create index residency_code_used on residency_code (batch_id) where uses > 0;

      -- Who proved to live in a village. Not by which code: that would tell who shares a house.
      create table residency_proof (
        person_id uuid primary key references person on delete cascade,
        village_id uuid not null references village on delete cascade,
        batch_id uuid not null references residency_batch on delete cascade,
        proven_at timestamptz not null
      );
      create index residency_proof_batch on residency_proof (batch_id);

      create view resident_proven as select person_id, village_id from residency_proof;

      -- Whoever changes it, the person or an administrator: who moves proves anew.
      create function end_residency_proof() returns trigger language plpgsql as $$
        begin
          delete from residency_proof where person_id = old.id;
          return null;
        end
      $$;
      create trigger person_moves after update of home_village_id on person
        for each row when (old.home_village_id is distinct from new.home_village_id)
        execute function end_residency_proof();

      -- Support of residents with a proof for a point of their village; one row each, without who it is.
      create view support_proven as
        select s.proposal_id, s.village_id
        from support s
        join resident_proven r on r.person_id = s.person_id and r.village_id = s.village_id
        where exists (select from proposal p where p.id = s.proposal_id and p.village_id = s.village_id)
          or exists (select from proposal_also_village a where a.proposal_id = s.proposal_id
            and a.village_id = s.village_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_moves on person; drop function end_residency_proof();
      drop view support_proven; drop view resident_proven;
      drop table residency_proof, residency_code, residency_batch;
    `);
  }
}
