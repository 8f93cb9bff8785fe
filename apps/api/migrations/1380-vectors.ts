import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Vectors1760000001380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the embedding model of the host, where there is one, made of each public text.
      create sequence match_vector_seq;
      create table match_vector (
        proposal_id uuid primary key references proposal on delete cascade,
        -- Vectors of different models cannot be compared.
        model text not null,
        -- Of the title and the text it was made of.
        text_hash text not null,
        -- Numbers of four bytes, together of length 1.
        vector bytea not null check (octet_length(vector) % 4 = 0 and octet_length(vector) <= 16384),
        made_at timestamptz not null,
        seq bigint not null default nextval('match_vector_seq')
      );
      -- Random numbers do not get smaller by compressing them.
      alter table match_vector alter column vector set storage external;

      -- The vector a stored reading was compared with; another one, or one that went, makes the reading stale.
      alter table match_text add column vector_seq bigint;

      alter table municipality add column allows_public_embeddings boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table municipality drop column allows_public_embeddings;
      alter table match_text drop column vector_seq;
      drop table match_vector; drop sequence match_vector_seq`);
  }
}
