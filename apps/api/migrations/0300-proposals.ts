import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Proposals1760000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village,
        author_id uuid references person,
        title text not null check (char_length(title) <= 120),
        body text not null default '' check (char_length(body) <= 4000),
        place text not null default '' check (char_length(place) <= 160),
        theme text check (theme in ('traffic', 'housing', 'green', 'play_sport', 'meeting', 'care', 'energy_climate',
          'safety', 'recreation', 'communication', 'other')),
        kind text check (kind in ('good', 'service', 'works', 'social', 'policy')),
        moderation_state text not null check (moderation_state in
          ('draft', 'submitted', 'changes_requested', 'approved', 'refused', 'hidden')),
        agenda_state text not null default 'wish' check (agenda_state in ('wish', 'exploring', 'on_agenda', 'planned',
          'in_progress', 'done', 'on_hold', 'not_feasible', 'merged', 'withdrawn')),
        agenda_state_before_hold text,
        reason text check (char_length(reason) <= 2000),
        alternative text check (char_length(alternative) <= 2000),
        review_on date,
        merged_into_id uuid references proposal,
        source_key text unique,
        source_url text check (source_url ~ '^https?://'),
        reported_year integer check (reported_year between 1900 and 2200),
        support_from_village integer not null default 0 check (support_from_village >= 0),
        support_from_elsewhere integer not null default 0 check (support_from_elsewhere >= 0),
        is_edited_since_refusal boolean not null default false,
        is_resubmitted boolean not null default false,
        decided_by uuid references person,
        undo_until timestamptz,
        submitted_at timestamptz,
        approved_at timestamptz,
        status_at timestamptz,
        created_at timestamptz not null,
        -- Newest first in lists: when it was published, or the year a public page reported (2000 when that has none).
        listed_at timestamptz not null generated always as (coalesce(approved_at, case when source_key is null
          then created_at else to_timestamp((coalesce(reported_year, 2000) - 1970) * 31556952.0) end)) stored,
        -- Since when nothing was heard; null when a page reported a status without a year.
        news_at timestamptz generated always as (coalesce(status_at, approved_at,
          to_timestamp((reported_year - 1970) * 31556952.0))) stored,
        version integer not null default 1,
        check ((source_key is null) = (source_url is null)),
        check ((agenda_state = 'merged') = (merged_into_id is not null)),
        check (merged_into_id <> id)
      );
      create index proposal_listed on proposal (listed_at desc, id desc)
        where moderation_state = 'approved' and agenda_state <> 'merged';
      create index proposal_listed_in_village on proposal (village_id, listed_at desc, id desc)
        where moderation_state = 'approved' and agenda_state <> 'merged';
      create index proposal_quiet on proposal (news_at, id)
        where moderation_state = 'approved' and agenda_state <> 'merged';
      create index proposal_counted on proposal (village_id, agenda_state)
        where moderation_state = 'approved' and agenda_state <> 'merged';
      create index proposal_author on proposal (author_id, created_at desc, id desc);
      create index proposal_waiting on proposal (submitted_at, id) where moderation_state = 'submitted';
      create index proposal_merged_into on proposal (merged_into_id) where merged_into_id is not null;

      create table proposal_also_village (
        proposal_id uuid not null references proposal on delete cascade,
        village_id uuid not null references village,
        primary key (proposal_id, village_id)
      );
      create index proposal_also_village_village on proposal_also_village (village_id);

      create table support (
        proposal_id uuid not null references proposal on delete cascade,
        person_id uuid not null references person,
        village_id uuid references village,
        created_at timestamptz not null,
        primary key (proposal_id, person_id)
      );
      create index support_person on support (person_id);

      -- Whether no broker of a village is free to moderate: each lives there, or is the author.
      create function needs_stand_in(village_id uuid, author_id uuid, at timestamptz) returns boolean
      language sql stable as $$
        select not exists (
          select 1
          from village_public v
          join role_public r on r.role = 'broker' and (
            (r.scope_type = 'village' and r.scope_id = v.id)
            or (r.scope_type = 'area' and r.scope_id = v.area_id)
            or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))
          where v.id = $1 and r.starts_at <= $3 and (r.ends_at is null or r.ends_at > $3)
            and r.home_village_id is distinct from $1 and r.person_id is distinct from $2)
      $$;

      -- What contexts to the right of proposals may join: points everyone may read.
      create view proposal_public as
        select id, village_id, title, body, place, theme, kind, agenda_state, merged_into_id, source_url,
          support_from_village, support_from_elsewhere, status_at, approved_at, created_at, listed_at, version
        from proposal where moderation_state = 'approved';

      -- For what is written to the author: the title in whatever state it is.
      create view proposal_authored as
        select id, village_id, author_id, title, moderation_state from proposal where author_id is not null;

      -- For the desk of the broker: what waits for a decision.
      create view proposal_submission as
        select id, village_id, author_id, title, body, place, theme, kind, submitted_at, version
        from proposal where moderation_state = 'submitted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view proposal_submission; drop view proposal_authored; drop view proposal_public; drop function needs_stand_in(uuid, uuid, timestamptz);
      drop table support; drop table proposal_also_village; drop table proposal`);
  }
}
