import type { MigrationInterface, QueryRunner } from 'typeorm';

const submissionColumns = 'id, village_id, author_id, title, body, place, theme, kind, submitted_at, version';

export class Versions1760000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal_version (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        number integer not null check (number > 0),
        title text not null check (char_length(title) <= 120),
        body text not null check (char_length(body) <= 4000),
        place text not null check (char_length(place) <= 160),
        theme text check (theme in ('traffic', 'housing', 'green', 'play_sport', 'meeting', 'care', 'energy_climate',
          'safety', 'recreation', 'communication', 'other')),
        kind text check (kind in ('good', 'service', 'works', 'social', 'policy')),
        state text not null check (state in ('pending', 'approved', 'refused', 'withdrawn')),
        author_id uuid references person,
        submitted_at timestamptz not null,
        decided_by uuid references person,
        decided_at timestamptz,
        check ((state = 'pending') = (decided_at is null)),
        check (state <> 'pending' or decided_by is null)
      );
      create unique index proposal_version_pending on proposal_version (proposal_id) where state = 'pending';
      create unique index proposal_version_number on proposal_version (proposal_id, number)
        where state in ('pending', 'approved');
      create index proposal_version_listed on proposal_version (proposal_id, submitted_at desc, number desc, id desc);
      create index proposal_version_waiting on proposal_version (submitted_at, proposal_id) where state = 'pending';
      create index proposal_version_author on proposal_version (author_id);

      -- What is or was public has its present text as the first.
      insert into proposal_version (proposal_id, number, title, body, place, theme, kind, state, author_id,
        submitted_at, decided_by, decided_at)
      select p.id, 1, p.title, p.body, p.place, p.theme, p.kind, 'approved', p.author_id,
        coalesce(p.submitted_at, p.created_at),
        (select d.decided_by from moderation_decision d
          where d.proposal_id = p.id and d.decision = 'approve' and d.undone_at is null
          order by d.decided_at desc, d.id limit 1),
        coalesce(p.approved_at, p.created_at)
      from proposal p where p.moderation_state in ('approved', 'hidden');

      -- A new text waits as a submission does; a point that is hidden or closed waits for something else first.
      create or replace view proposal_submission as
        select ${submissionColumns}, null::integer as new_text_number, null::jsonb as public_text
        from proposal where moderation_state = 'submitted'
        union all
        select p.id, p.village_id, p.author_id, n.title, n.body, n.place, n.theme, n.kind, n.submitted_at, p.version,
          n.number, jsonb_build_object('title', p.title, 'body', p.body, 'place', p.place, 'theme', p.theme, 'kind', p.kind)
        from proposal_version n join proposal p on p.id = n.proposal_id
        where n.state = 'pending' and p.moderation_state = 'approved'
          and p.agenda_state not in ('done', 'not_feasible', 'merged', 'withdrawn');

      alter table moderation_decision drop constraint moderation_decision_decision_check;
      alter table moderation_decision add check (decision in ('approve', 'request_changes', 'refuse', 'hide',
        'show_again', 'reconsider', 'approve_version', 'refuse_version'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from moderation_decision where decision in ('approve_version', 'refuse_version');
      alter table moderation_decision drop constraint moderation_decision_decision_check;
      alter table moderation_decision add check (decision in
        ('approve', 'request_changes', 'refuse', 'hide', 'show_again', 'reconsider'));
      drop view proposal_submission;
      create view proposal_submission as
        select ${submissionColumns} from proposal where moderation_state = 'submitted';
      drop table proposal_version;
    `);
  }
}
