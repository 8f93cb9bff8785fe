import type { MigrationInterface, QueryRunner } from 'typeorm';

const money = (column: string): string => `${column} bigint check (${column} between 0 and 1000000000000)`;

export class Procurement1760000001440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Something villages of a collaboration buy together. Money is whole cents without VAT.
      create table procurement_case (
        id uuid primary key default gen_random_uuid(),
        collaboration_id uuid not null references collaboration,
        what text not null check (char_length(what) between 2 and 80),
        unit text not null check (char_length(unit) between 1 and 40),
        kind text not null check (kind in ('goods_services', 'works', 'social')),
        share_key text not null check (share_key in ('equal', 'quantity', 'population')),
        state text not null default 'gathering' check (state in ('gathering', 'demand_frozen', 'route_checked', 'specified',
          'quotes_requested', 'advised', 'decided', 'ordered', 'delivered', 'evaluated', 'not_joint', 'cancelled')),
        version integer not null default 1,
        -- Counts every change of what is asked for.
        demand_version integer not null default 1,
        -- What it is called, reduced to stems: purchases of the same thing are found by them.
        stems text[] not null,
        started_at timestamptz not null,
        started_by uuid references person,
        moved_at timestamptz not null,
        buyer_team_id uuid references team,
        route text check (route in ('single', 'several', 'national', 'european')),
        route_advised text check (route_advised in ('single', 'several', 'national', 'european')),
        route_note text not null default '' check (char_length(route_note) <= 1000),
        route_at timestamptz,
        route_demand_version integer,
        requirements text[] not null default '{}',
        -- Until this moment quotes come in and no price is read.
        closes_at timestamptz,
        advice_by date,
        decision_by date,
        advised_quote_id uuid,
        advice_note text not null default '' check (char_length(advice_note) <= 1000),
        chosen_quote_id uuid,
        ${money('decided_cents')},
        decided_at timestamptz,
        decided_by uuid references person,
        decided_as text check (decided_as in ('team', 'alderman')),
        decision_reason text not null default '' check (char_length(decision_reason) <= 2000),
        order_reference text not null default '' check (char_length(order_reference) <= 300),
        hours integer not null default 0 check (hours between 0 and 10000),
        ${money('rate_cents')} not null default 0,
        hours_source text not null default '' check (char_length(hours_source) <= 300),
        ${money('other_cents')} not null default 0,
        other_source text not null default '' check (char_length(other_source) <= 300),
        lesson text not null default '' check (char_length(lesson) <= 2000),
        ended_at timestamptz,
        ended_from text,
        ended_reason text not null default '' check (char_length(ended_reason) <= 2000),
        check ((state in ('not_joint', 'cancelled')) = (ended_at is not null)),
        check ((route is null) = (route_at is null)),
        check ((chosen_quote_id is null) = (decided_at is null)),
        check (state not in ('quotes_requested', 'advised', 'decided', 'ordered', 'delivered', 'evaluated')
          or closes_at is not null)
      );
      create unique index procurement_case_running on procurement_case (collaboration_id)
        where state not in ('evaluated', 'not_joint', 'cancelled');
      create index procurement_case_newest on procurement_case (started_at desc, id desc);
      create index procurement_case_collaboration on procurement_case (collaboration_id, started_at desc, id desc);
      create index procurement_case_stems on procurement_case using gin (stems);

      -- A village of a purchase, from what it thinks of the quotes to how it was delivered.
      create table procurement_village (
        case_id uuid not null references procurement_case on delete cascade,
        village_id uuid not null references village,
        advice_is_good boolean,
        advice_note text not null default '' check (char_length(advice_note) <= 1000),
        advice_at timestamptz,
        -- As it was when it was ordered, so that shares stay as they were.
        population integer,
        planned_on date,
        delivered_on date,
        story text not null default '' check (char_length(story) <= 2000),
        is_content boolean,
        evaluation_note text not null default '' check (char_length(evaluation_note) <= 1000),
        primary key (case_id, village_id),
        check ((advice_is_good is null) = (advice_at is null))
      );

      create table demand_line (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references procurement_case on delete cascade,
        village_id uuid not null references village,
        -- The point of the village it comes from, which moves along.
        proposal_id uuid references proposal on delete set null,
        what text not null check (char_length(what) between 2 and 120),
        quantity integer not null check (quantity between 1 and 1000000),
        specification text not null default '' check (char_length(specification) <= 2000),
        needed_by date,
        ${money('budget_cents')},
        ${money('separate_price_cents')},
        separate_price_source text not null default '' check (char_length(separate_price_source) <= 300),
        version integer not null default 1,
        created_at timestamptz not null,
        check (separate_price_cents is null or separate_price_source <> '')
      );
      create index demand_line_case on demand_line (case_id, created_at, id);
      create index demand_line_proposal on demand_line (proposal_id) where proposal_id is not null;

      -- The demand as it was frozen; never changed.
      create table demand_snapshot (
        case_id uuid not null references procurement_case on delete cascade,
        number integer not null check (number > 0),
        taken_at timestamptz not null,
        lines jsonb not null,
        primary key (case_id, number)
      );

      -- Sealed until the closing time of its case: nothing reads an amount before.
      create table procurement_quote (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references procurement_case on delete cascade,
        supplier text not null check (char_length(supplier) between 2 and 120),
        price_breaks jsonb not null,
        ${money('delivery_cents')} not null,
        delivery_weeks integer not null check (delivery_weeks between 0 and 260),
        warranty_months integer not null check (warranty_months between 0 and 600),
        valid_until date not null,
        note text not null default '' check (char_length(note) <= 1000),
        -- The order in which they came in, which gives suppliers their letters.
        number bigint generated always as identity,
        received_at timestamptz not null,
        entered_by uuid references person,
        withdrawn_at timestamptz,
        meets_requirements boolean,
        assessment text not null default '' check (char_length(assessment) <= 1000)
      );
      create index procurement_quote_case on procurement_quote (case_id, number);
      alter table procurement_case
        add foreign key (advised_quote_id) references procurement_quote,
        add foreign key (chosen_quote_id) references procurement_quote;

      -- What happened, for everyone to read: never an amount, never a name.
      create table procurement_event (
        id bigint generated always as identity primary key,
        case_id uuid not null references procurement_case on delete cascade,
        at timestamptz not null,
        kind text not null,
        village_id uuid references village,
        count integer,
        note text not null default '' check (char_length(note) <= 2000)
      );
      create index procurement_event_case on procurement_event (case_id, id);
      create unique index procurement_event_opened on procurement_event (case_id) where kind = 'quotes_opened';

      -- What it was in the end: one row per purchase, so the saving is booked once.
      create table procurement_booking (
        case_id uuid primary key references procurement_case on delete cascade,
        at timestamptz not null,
        booked_by uuid references person,
        ${money('invoice_cents')} not null,
        invoice_reference text not null check (char_length(invoice_reference) between 1 and 300),
        hours integer not null check (hours between 0 and 10000),
        ${money('rate_cents')} not null,
        hours_source text not null check (char_length(hours_source) <= 300),
        ${money('other_cents')} not null,
        other_source text not null check (char_length(other_source) <= 300)
      );

      create table delivery_photo (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references procurement_case on delete cascade,
        village_id uuid not null references village,
        sender_id uuid not null references person,
        -- False until the delivery is told with it; until then it exists for its sender alone.
        is_sent boolean not null default false,
        position integer not null default 0 check (position >= 0),
        description text not null default '' check (char_length(description) <= 250),
        is_undescribed boolean not null default false check (not is_undescribed or description = ''),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        created_at timestamptz not null,
        check (not is_sent or is_undescribed or description <> '')
      );
      create index delivery_photo_sent on delivery_photo (case_id, village_id, position) where is_sent;
      create index delivery_photo_sender on delivery_photo (sender_id) where not is_sent;
      create index delivery_photo_unsent on delivery_photo (created_at) where not is_sent;

      create table delivery_photo_file (
        photo_id uuid not null references delivery_photo on delete cascade,
        size integer not null check (size in (480, 1600)),
        content bytea not null check (octet_length(content) <= 500000),
        primary key (photo_id, size)
      );
      -- WebP does not get smaller by compressing it again.
      alter table delivery_photo_file alter column content set storage external;

      -- For contexts to the right of matching: how much a public text asks for, as read or as put right.
      create view match_amount_public as
        select coalesce(a.proposal_id, t.proposal_id) as proposal_id,
          case when a.proposal_id is null then (t.amount->>'least')::int else a.least end as least,
          case when a.proposal_id is null then (t.amount->>'most')::int else a.most end as most,
          case when a.proposal_id is null then t.amount->>'unit' else a.unit end as unit,
          case when a.proposal_id is null then (t.amount->>'cents')::bigint else a.cents end as cents
        from match_text t full join match_amount a on a.proposal_id = t.proposal_id
        where t.proposal_id is null or t.is_public;

      -- For contexts to the right of identity: who may decide about how much.
      create view mandate_public as select person_id, max_cents, starts_at, ends_at from mandate;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view mandate_public; drop view match_amount_public;
      alter table procurement_case drop constraint procurement_case_advised_quote_id_fkey,
        drop constraint procurement_case_chosen_quote_id_fkey;
      drop table delivery_photo_file, delivery_photo, procurement_booking, procurement_event, procurement_quote,
        demand_snapshot, demand_line, procurement_village, procurement_case`);
  }
}
