import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1760000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What contexts to the right of proposals and conversations may join.
      create view proposal_supporter as select proposal_id, person_id, created_at from support;
      create view comment_told as
        select id, proposal_id, parent_id, kind, state, author_id, owner, hidden_reason is not null as is_hidden, created_at
        from comment;

      -- What somebody chose by hand, or stopped: who did something on a point follows it without a row.
      create table follow (
        person_id uuid not null references person on delete cascade,
        proposal_id uuid references proposal on delete cascade,
        village_id uuid references village on delete cascade,
        is_on boolean not null,
        since timestamptz not null,
        check (num_nonnulls(proposal_id, village_id) = 1)
      );
      create unique index follow_proposal on follow (proposal_id, person_id) where proposal_id is not null;
      create unique index follow_village on follow (village_id, person_id) where village_id is not null;
      create index follow_person on follow (person_id);

      -- Everybody who follows a point, once, with the first reason that holds.
      create view proposal_follower as
        select f.proposal_id, f.person_id, f.reason, f.since
        from (
          select distinct on (proposal_id, person_id) proposal_id, person_id, reason, since
          from (
            select a.id as proposal_id, a.author_id as person_id, 'author' as reason, 1 as place, p.created_at as since
            from proposal_authored a join proposal_public p on p.id = a.id
            union all
            select proposal_id, person_id, 'supporter', 2, created_at from proposal_supporter
            union all
            select proposal_id, author_id, 'commenter', 3, created_at from comment_told
            where author_id is not null and not is_hidden
            union all
            select proposal_id, person_id, 'chosen', 4, since from follow where is_on and proposal_id is not null
          ) every
          order by proposal_id, person_id, place, since
        ) f
        where not exists (
          select from follow s where s.proposal_id = f.proposal_id and s.person_id = f.person_id and not s.is_on);

      -- Who chose nothing gets mail at once.
      create table mail_choice (
        person_id uuid primary key references person on delete cascade,
        choice text not null check (choice in ('at_once', 'in_app')),
        chosen_at timestamptz not null
      );

      -- Who hears what, once per event, person and channel. It holds no text: what is shown is looked up when it is shown.
      create table notification (
        id uuid primary key default gen_random_uuid(),
        event text not null,
        person_id uuid not null references person on delete cascade,
        channel text not null check (channel in ('app', 'mail')),
        kind text not null,
        reason text not null check (reason in ('author', 'supporter', 'commenter', 'chosen', 'village', 'answers')),
        proposal_id uuid not null references proposal on delete cascade,
        comment_id uuid references comment on delete cascade,
        decision_id uuid references moderation_decision on delete cascade,
        -- Where the move left the point, for a mail that must still be true.
        agenda_state text,
        state text not null check (state in ('pending', 'sent', 'left_out')),
        created_at timestamptz not null,
        sent_at timestamptz,
        read_at timestamptz,
        unique (event, person_id, channel),
        check ((state = 'sent') = (sent_at is not null)),
        check (channel = 'mail' or state = 'sent')
      );
      create index notification_list on notification (person_id, created_at desc, id desc) where channel = 'app';
      create index notification_unread on notification (person_id) where channel = 'app' and read_at is null;
      create index notification_pending on notification (created_at) where state = 'pending';
      create index notification_age on notification (created_at);
      create index notification_proposal on notification (proposal_id);
      create index notification_comment on notification (comment_id) where comment_id is not null;
      create index notification_decision on notification (decision_id) where decision_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notification; drop table mail_choice; drop view proposal_follower; drop table follow;
      drop view comment_told; drop view proposal_supporter`);
  }
}
