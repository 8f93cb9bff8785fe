import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AgendaMoves1760000001550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A step along the agenda that can be taken back for a moment, with what stood before it.
      create table agenda_move (
        proposal_id uuid not null references proposal on delete cascade,
        version integer not null,
        from_state text not null,
        reason text,
        status_at timestamptz,
        moved_by uuid not null references person,
        undo_until timestamptz not null,
        taken_back_at timestamptz,
        primary key (proposal_id, version)
      );
      create index agenda_move_person on agenda_move (moved_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agenda_move');
  }
}
