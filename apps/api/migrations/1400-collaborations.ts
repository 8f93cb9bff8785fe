import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Collaborations1760000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table collaboration (
        id uuid primary key default gen_random_uuid(),
        municipality_id uuid not null references municipality,
        -- The signal it was made from: one at most, however often the event arrives.
        flag_id uuid unique references match_flag,
        thread_id uuid not null references thread,
        title text not null check (char_length(title) between 4 and 120),
        theme text not null,
        phase text not null check (phase in ('exploring', 'forming', 'executing', 'evaluating', 'closed', 'paused')),
        phase_before_pause text check (phase_before_pause in ('exploring', 'forming', 'executing')),
        owner_id uuid references person,
        ends_on date,
        exit_rule text not null default '' check (char_length(exit_rule) <= 500),
        deciding_body text not null default '' check (char_length(deciding_body) <= 120),
        goal_quality text not null default '' check (char_length(goal_quality) <= 300),
        goal_cost text not null default '' check (char_length(goal_cost) <= 300),
        goal_continuity text not null default '' check (char_length(goal_continuity) <= 300),
        baseline text not null default '' check (char_length(baseline) <= 2000),
        result text not null default '' check (char_length(result) <= 2000),
        stays_local text not null default '' check (char_length(stays_local) <= 500),
        stop_reason text check (char_length(stop_reason) <= 500),
        version integer not null default 1,
        created_at timestamptz not null,
        status_at timestamptz not null,
        check ((phase = 'paused') = (phase_before_pause is not null)),
        -- Nobody carries out together what has no owner, end, exit and somebody who decides.
        check (phase not in ('executing', 'evaluating') or (owner_id is not null and ends_on is not null
          and exit_rule <> '' and deciding_body <> ''))
      );
      create index collaboration_newest on collaboration (status_at desc, id desc);
      create index collaboration_thread on collaboration (thread_id);
      create index collaboration_owner on collaboration (owner_id) where owner_id is not null;

      create table collaboration_party (
        id uuid primary key default gen_random_uuid(),
        collaboration_id uuid not null references collaboration on delete cascade,
        kind text not null check (kind in ('village', 'team', 'partner')),
        village_id uuid references village,
        team_id uuid references team,
        partner_kind text check (partner_kind in ('water_board', 'province', 'association', 'neighbour', 'company', 'other')),
        partner_name text check (char_length(partner_name) between 2 and 80),
        -- The resident who speaks for a village that has no group.
        contact_id uuid references person,
        role text not null check (role in ('lead', 'participant', 'adviser', 'funder', 'observer')),
        joined_at timestamptz not null,
        left_at timestamptz check (left_at >= joined_at),
        left_reason text check (char_length(left_reason) <= 500),
        -- From here on something is ordered for it.
        bound_at timestamptz,
        check ((kind = 'village') = (village_id is not null)),
        check ((kind = 'team') = (team_id is not null)),
        check ((kind = 'partner') = (partner_name is not null and partner_kind is not null)),
        check (contact_id is null or kind = 'village'),
        check ((left_at is null) = (left_reason is null)),
        check (bound_at is null or left_at is null)
      );
      create unique index collaboration_party_once on collaboration_party
        (collaboration_id, coalesce(village_id::text, team_id::text, lower(partner_name))) where left_at is null;
      create index collaboration_party_village on collaboration_party (village_id) where village_id is not null;
      create index collaboration_party_team on collaboration_party (team_id) where team_id is not null;
      create index collaboration_party_contact on collaboration_party (contact_id) where contact_id is not null;

      create table collaboration_point (
        collaboration_id uuid not null references collaboration on delete cascade,
        proposal_id uuid not null references proposal on delete cascade,
        village_id uuid not null references village,
        primary key (collaboration_id, proposal_id, village_id)
      );
      create index collaboration_point_proposal on collaboration_point (proposal_id);

      -- What happened, for everyone to read; the audit has who did it.
      create table collaboration_history (
        id uuid primary key default gen_random_uuid(),
        -- What happened at one instant has an order too.
        seq bigint not null generated always as identity,
        collaboration_id uuid not null references collaboration on delete cascade,
        kind text not null,
        at timestamptz not null,
        party_id uuid references collaboration_party on delete cascade,
        to_state text,
        title text check (char_length(title) <= 120),
        text text check (char_length(text) <= 2500)
      );
      create index collaboration_history_of on collaboration_history (collaboration_id, at);

      create table collaboration_task (
        id uuid primary key default gen_random_uuid(),
        collaboration_id uuid not null references collaboration on delete cascade,
        title text not null check (char_length(title) between 3 and 200),
        person_id uuid references person,
        party_id uuid references collaboration_party on delete cascade,
        due_on date,
        done_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null
      );
      create index collaboration_task_of on collaboration_task (collaboration_id, due_on);

      create table collaboration_document (
        id uuid primary key default gen_random_uuid(),
        collaboration_id uuid not null references collaboration on delete cascade,
        title text not null check (char_length(title) between 3 and 120),
        url text not null check (url ~ '^https://' and char_length(url) <= 500),
        added_by uuid references person,
        added_at timestamptz not null
      );
      create index collaboration_document_of on collaboration_document (collaboration_id, added_at);

      -- What contexts to the right of collaborations may join.
      create view collaboration_public as
        select id, municipality_id, flag_id, title, theme, phase, ends_on, owner_id, thread_id, status_at, version
        from collaboration;
      create view collaboration_side as
        select p.id, p.collaboration_id, p.kind, p.village_id, p.team_id, p.partner_name, p.contact_id, p.role,
          p.joined_at, p.left_at, p.bound_at
        from collaboration_party p;
      create view collaboration_point_public as select collaboration_id, proposal_id, village_id from collaboration_point;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view collaboration_point_public; drop view collaboration_side; drop view collaboration_public;
      drop table collaboration_document; drop table collaboration_task; drop table collaboration_history;
      drop table collaboration_point; drop table collaboration_party; drop table collaboration;
    `);
  }
}
