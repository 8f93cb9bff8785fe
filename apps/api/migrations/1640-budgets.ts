import type { MigrationInterface, QueryRunner } from 'typeorm';

const money = (column: string, least = 0): string =>
  `${column} bigint not null check (${column} between ${least} and 1000000000000)`;

export class Budgets1760000001640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What holds for village budgets from a year on. Money is whole cents.
      create table budget_rule (
        id uuid primary key default gen_random_uuid(),
        from_year integer not null constraint budget_rule_one_a_year unique check (from_year between 2000 and 2100),
        ${money('village_cents')},
        ${money('initiative_cents')},
        existing_percent integer not null check (existing_percent between 0 and 100),
        redistributes_on text not null check (redistributes_on ~ '^[0-9]{2}-[0-9]{2}$'),
        criteria jsonb not null,
        source text not null check (char_length(source) between 4 and 500),
        source_url text not null check (source_url ~ '^https://' and char_length(source_url) <= 500),
        is_example boolean not null,
        version integer not null default 1
      );

      -- What a village has in a year, with the caps of the rule as they were when it was opened.
      create table village_budget (
        village_id uuid not null references village,
        year integer not null,
        ${money('amount_cents')},
        ${money('initiative_cents')},
        existing_percent integer not null check (existing_percent between 0 and 100),
        ${money('moved_in_cents')} default 0,
        ${money('moved_out_cents')} default 0,
        ${money('granted_cents')} default 0,
        ${money('existing_granted_cents')} default 0,
        primary key (village_id, year),
        -- The last word, whatever the code above it forgets: nothing is granted or given away that is not there.
        constraint village_budget_not_overspent
          check (granted_cents + moved_out_cents <= amount_cents + moved_in_cents),
        check (existing_granted_cents <= granted_cents)
      );

      -- The last reference that was given in a year; counted in the transaction of the application, so without gaps.
      create table budget_reference (year integer primary key, last integer not null);

      create table budget_application (
        id uuid primary key default gen_random_uuid(),
        year integer not null,
        number integer not null,
        village_id uuid not null,
        proposal_id uuid references proposal on delete set null,
        applicant_id uuid not null references person,
        side text not null check (side in ('self', 'group')),
        title text not null check (char_length(title) between 4 and 120),
        plan text not null check (char_length(plan) between 20 and 4000),
        ${money('amount_cents', 1)},
        is_existing boolean not null,
        starts_on date not null,
        criteria jsonb not null,
        -- Empty once nobody needs it any more.
        contact text not null check (contact = '' or char_length(contact) between 4 and 200),
        state text not null default 'submitted'
          check (state in ('submitted', 'incomplete', 'advised', 'granted', 'partly_granted', 'refused', 'withdrawn')),
        version integer not null default 1,
        received_at timestamptz not null,
        -- How many days the term stood still, in all.
        paused_days integer not null default 0 check (paused_days >= 0),
        asked_on date,
        asked_note text not null default '' check (char_length(asked_note) <= 2000),
        answer text not null default '' check (char_length(answer) <= 2000),
        -- What was asked and answered before that: objects with note and answer.
        answered_before jsonb not null default '[]',
        -- Everybody who advised: none of them decides.
        adviser_ids uuid[] not null default '{}',
        advice_is_positive boolean,
        advice_note text not null default '' check (char_length(advice_note) <= 2000),
        advised_at timestamptz,
        granted_cents bigint check (granted_cents between 0 and amount_cents),
        decided_at timestamptz,
        decided_by uuid references person,
        decision_reason text not null default '' check (char_length(decision_reason) <= 2000),
        is_short boolean not null default false,
        is_before_others boolean not null default false,
        unique (year, number),
        foreign key (village_id, year) references village_budget,
        check ((state in ('granted', 'partly_granted', 'refused')) = (decided_at is not null)),
        check ((granted_cents is null) = (decided_at is null)),
        check ((adviser_ids = '{}') = (advised_at is null))
      );
      create index budget_application_village on budget_application (village_id, year, number);
      create index budget_application_applicant on budget_application (applicant_id, year, number);
      create index budget_application_waiting on budget_application (year, number)
        where state in ('submitted', 'incomplete', 'advised');

      -- Points that went into another, read by everybody or not: the money of one plan is counted together.
      create view proposal_merged as
        select id, merged_into_id from proposal where merged_into_id is not null;

      -- What was to be told to who applied, and when it was mailed.
      create table budget_letter (
        id uuid primary key default gen_random_uuid(),
        application_id uuid not null references budget_application on delete cascade,
        kind text not null check (kind in ('received', 'asked', 'decided')),
        written_at timestamptz not null,
        sent_at timestamptz
      );
      create index budget_letter_application on budget_letter (application_id);
      create index budget_letter_unsent on budget_letter (id) where sent_at is null;

      -- What would move from villages with money left to villages that ran out; a person says whether it does.
      create table budget_redistribution (
        id uuid primary key default gen_random_uuid(),
        year integer not null constraint budget_redistribution_one_a_year unique,
        state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'declined')),
        version integer not null default 1,
        made_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid references person,
        reason text not null default '' check (char_length(reason) <= 2000),
        check ((state = 'proposed') = (decided_at is null))
      );
      create table budget_move (
        redistribution_id uuid not null references budget_redistribution on delete cascade,
        village_id uuid not null references village,
        -- Below zero is given away.
        cents bigint not null check (cents <> 0),
        primary key (redistribution_id, village_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view proposal_merged;
      drop table budget_move, budget_redistribution, budget_letter, budget_application, budget_reference,
        village_budget, budget_rule;
    `);
  }
}
