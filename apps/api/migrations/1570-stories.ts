import type { MigrationInterface, QueryRunner } from 'typeorm';

const told = (withStories: boolean): string => `
  create or replace view promise_told as
    select id, proposal_id, text, why, null::date as due_on, team_id, false as is_open from official_answer
      where hidden_reason is null
    union all
    select id, proposal_id, text, null, null, team_id, false from status_update where hidden_reason is null
    union all
    select s.id, c.proposal_id, c.what, s.text, s.due_on, c.team_id, c.state = 'open'
    from commitment_step s join commitment c on c.id = s.commitment_id
    union all
    select id, proposal_id, what, null, due_on, team_id, state = 'open' from commitment
    union all
    select r.id, r.proposal_id, '', null, null, r.team_id,
      r.confirmed_at is null and coalesce(p.status_at <= r.asked_at, true)
    from refresh_ask r join proposal_public p on p.id = r.proposal_id
    union all select id, proposal_id, text, null, null, team_id, false from feasibility
    ${withStories ? 'union all select id, proposal_id, after, null, null, team_id, false from story' : ''}`;

export class Stories1760000001570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How a point that is done went, as it was told last. Costs are whole cents.
      create table story (
        id uuid primary key default gen_random_uuid(),
        proposal_id uuid not null unique references proposal on delete cascade,
        before text not null check (char_length(before) <= 1000),
        after text not null check (char_length(after) <= 2000),
        cost_cents bigint check (cost_cents >= 0),
        partners text not null check (char_length(partners) <= 500),
        thanks text not null check (char_length(thanks) <= 500),
        author_id uuid references person,
        part text not null check (part in ('broker', 'official')),
        team_id uuid references team,
        told_at timestamptz not null,
        version integer not null
      );
      create view story_public as
        select s.proposal_id, s.after, s.cost_cents from story s join proposal_public p on p.id = s.proposal_id;
      ${told(true)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where kind = 'story_told';
      ${told(false)};
      drop view story_public; drop table story`);
  }
}
