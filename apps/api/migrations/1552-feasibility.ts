import type { MigrationInterface, QueryRunner } from 'typeorm';

const told = (withFeasibility: boolean): string => `
  create or replace view promise_told as
    select id, proposal_id, text, why, null::date as due_on, team_id, false as is_open from official_answer
    union all
    select id, proposal_id, text, null, null, team_id, false from status_update
    union all
    select s.id, c.proposal_id, c.what, s.text, s.due_on, c.team_id, c.state = 'open'
    from commitment_step s join commitment c on c.id = s.commitment_id
    union all
    select id, proposal_id, what, null, due_on, team_id, state = 'open' from commitment
    union all
    select r.id, r.proposal_id, '', null, null, r.team_id,
      r.confirmed_at is null and coalesce(p.status_at <= r.asked_at, true)
    from refresh_ask r join proposal_public p on p.id = r.proposal_id
    ${withFeasibility ? 'union all select id, proposal_id, text, null, null, team_id, false from feasibility' : ''}`;

export class Feasibility1760000001552 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was found out about a point: never changed, the newest counts. Costs are whole cents, and rough.
      create table feasibility (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null references proposal on delete cascade,
        outcome text not null check (outcome in ('yes', 'conditional', 'unknown')),
        text text not null check (char_length(text) <= 2000),
        cost_cents bigint check (cost_cents >= 0),
        looked_on date not null,
        author_id uuid references person,
        part text not null check (part in ('broker', 'official')),
        team_id uuid references team,
        created_at timestamptz not null
      );
      create index feasibility_proposal on feasibility (proposal_id, created_at desc);

      -- The newest of each point that everybody may read.
      create view feasibility_public as
        select distinct on (f.proposal_id) f.proposal_id, f.outcome, f.looked_on
        from feasibility f join proposal_public p on p.id = f.proposal_id
        order by f.proposal_id, f.created_at desc, f.id desc;

      -- As it stood when a version was frozen.
      alter table agenda_version_point add column feasibility text, add column looked_on date;
      ${told(true)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where kind = 'feasibility_found';
      ${told(false)};
      alter table agenda_version_point drop column feasibility, drop column looked_on;
      drop view feasibility_public; drop table feasibility`);
  }
}
