import type { MigrationInterface, QueryRunner } from 'typeorm';

const nobodyFree = (others: string): string => `
        select not exists (
          select 1
          from village_public v
          join role_public r on r.role = 'broker' and (
            (r.scope_type = 'village' and r.scope_id = v.id)
            or (r.scope_type = 'area' and r.scope_id = v.area_id)
            or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))
          where v.id = $1 and r.starts_at <= at and (r.ends_at is null or r.ends_at > at)
            and r.home_village_id is distinct from $1 and ${others})`;

const submitted = `id, village_id, author_id, title, body, place, theme, kind, submitted_at, version`;

const submissions = (enteredBy: readonly [string, string]): string => `
      create view proposal_submission as
        select ${submitted}, null::integer as new_text_number, null::jsonb as public_text${enteredBy[0]}
        from proposal where moderation_state = 'submitted'
        union all
        select p.id, p.village_id, p.author_id, n.title, n.body, n.place, n.theme, n.kind, n.submitted_at, p.version,
          n.number, jsonb_build_object('title', p.title, 'body', p.body, 'place', p.place, 'theme', p.theme, 'kind', p.kind)
          ${enteredBy[1]}
        from proposal_version n join proposal p on p.id = n.proposal_id
        where n.state = 'pending' and p.moderation_state = 'approved'
          and p.agenda_state not in ('done', 'not_feasible', 'merged', 'withdrawn');`;

export class EnteredBy1760000001650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who wrote it down for somebody else: they never moderate it, also when it has its own author by now.
      alter table proposal add column entered_by uuid[] not null default '{}';
      update proposal p set entered_by = array[w.entered_by] from entered_wish w where w.proposal_id = p.id;

      -- Whether no broker of a village is free to moderate: each lives there, or is the author, or wrote it down.
      create function needs_stand_in(village_id uuid, author_id uuid, entered_by uuid[], at timestamptz) returns boolean
      language sql stable as $$
        ${nobodyFree('r.person_id is distinct from $2 and not r.person_id = any($3)')}
      $$;
      create or replace function needs_stand_in(village_id uuid, author_id uuid, at timestamptz) returns boolean
      language sql stable as $$ select needs_stand_in($1, $2, '{}'::uuid[], $3) $$;

      drop view proposal_submission;
      ${submissions([', entered_by', ', p.entered_by'])}

      -- For the rule of who moderates, where a context to the right asks it.
      create view proposal_written as select id, author_id, entered_by from proposal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view proposal_written;
      drop view proposal_submission;
      ${submissions(['', ''])}
      create or replace function needs_stand_in(village_id uuid, author_id uuid, at timestamptz) returns boolean
      language sql stable as $$
        ${nobodyFree('r.person_id is distinct from $2')}
      $$;
      drop function needs_stand_in(uuid, uuid, uuid[], timestamptz);
      alter table proposal drop column entered_by;
    `);
  }
}
