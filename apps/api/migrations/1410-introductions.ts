import type { MigrationInterface, QueryRunner } from 'typeorm';

const inOffice = 'r.starts_at <= $1 and (r.ends_at is null or r.ends_at > $1)';
const coversVillage = `((r.scope_type = 'village' and r.scope_id = v.id)
      or (r.scope_type = 'area' and r.scope_id = v.area_id)
      or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))`;
const reasons = `'other_subject', 'opposite', 'too_broad', 'other'`;

export class Introductions1760000001410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table match_flag
        add column introduced_by uuid references person,
        add column introduced_at timestamptz,
        drop constraint match_flag_decline_reason_check,
        add constraint match_flag_decline_reason_check check (decline_reason in (${reasons}, 'not_together')),
        add constraint match_flag_introduced_check
          check (introduced_at is not null or state not in ('introduced', 'accepted', 'linked')),
        add constraint match_flag_suggested_check check (introduced_at is null or state <> 'suggested');
      -- Points that are alike, of villages that do not do it together: kept apart, and nothing to learn from.
      alter table match_judgement
        drop constraint match_judgement_reason_check,
        add constraint match_judgement_reason_check check (reason in (${reasons}, 'not_together'));

      -- What each village of an introduced flag was asked, and said.
      create table match_ask (
        id uuid primary key default gen_random_uuid(),
        flag_id uuid not null references match_flag on delete cascade,
        village_id uuid not null references village,
        state text not null default 'asked' check (state in ('asked', 'accepted', 'declined')),
        -- As whom it was answered; null while it waits, and when nobody answered in time.
        answerer text check (answerer in ('group', 'author', 'broker')),
        answered_by uuid references person,
        answered_at timestamptz,
        on_behalf_of text not null default '' check (char_length(on_behalf_of) <= 120),
        reason text check (reason in
          ('not_now', 'no_people', 'already_done', 'rather_alone', 'something_else', 'other', 'no_answer')),
        note text not null default '' check (char_length(note) <= 500),
        unique (flag_id, village_id),
        check ((state = 'asked') = (answered_at is null)),
        check ((state = 'declined') = (reason is not null)),
        check ((answerer is null) = (state = 'asked' or reason is not distinct from 'no_answer')),
        check ((on_behalf_of <> '') = (answerer is not distinct from 'broker'))
      );
      create index match_ask_village on match_ask (village_id);

      -- What contexts to the right of matching may join: never the notes. What was put away stands as introduced again
      -- from its day on.
      create function match_introduction(at timestamptz)
        returns table (flag_id uuid, label text, state text, introduced_by uuid, decided_by uuid)
        language sql stable as $$
          select f.id, f.label,
            case when f.state = 'snoozed' and f.snoozed_until <= ($1 at time zone 'Europe/Amsterdam')::date
              then 'introduced' else f.state end,
            f.introduced_by, f.decided_by
          from match_flag f where f.introduced_at is not null
        $$;
      create view match_ask_told as select id, flag_id, village_id, state, answered_by from match_ask;

      -- Who answers for each village that was asked, at an instant: the same rule as answersFor in the domain. A village
      -- of which no point is public any more is no side.
      create function match_side(at timestamptz)
        returns table (ask_id uuid, flag_id uuid, village_id uuid, answerer text, author_ids uuid[])
        language sql stable as $$
          select a.id, a.flag_id, a.village_id,
            case
              when exists (select from role_public r where r.role = 'secretary' and ${coversVillage} and ${inOffice})
                then 'group'
              when authors.ids <> '{}' then 'author'
              else 'broker' end,
            authors.ids
          from match_ask a
          join village_public v on v.id = a.village_id
          join lateral (
            select coalesce(array_agg(distinct w.author_id) filter (where w.author_id is not null), '{}') as ids
            from match_flag_member m
            join proposal_public o on o.id = m.proposal_id and o.agenda_state not in ('merged', 'withdrawn')
            left join proposal_authored w on w.id = o.id
            where m.flag_id = a.flag_id and (o.village_id = v.id or exists (
              select from proposal_also_village s where s.proposal_id = o.id and s.village_id = v.id))
            having count(*) > 0
          ) authors on true
        $$;

      -- Who may be told of an introduction: who answers for a side, and the brokers of its villages, with no side.
      create function match_told(at timestamptz)
        returns table (flag_id uuid, ask_id uuid, person_id uuid)
        language sql stable as $$
          select s.flag_id, s.ask_id, r.person_id
          from match_side($1) s
          join village_public v on v.id = s.village_id
          join role_public r on r.role = 'secretary' and ${coversVillage} and ${inOffice}
          where s.answerer = 'group'
          union all
          select s.flag_id, s.ask_id, unnest(s.author_ids) from match_side($1) s where s.answerer = 'author'
          union all
          select s.flag_id, s.ask_id, r.person_id
          from match_side($1) s
          join village_public v on v.id = s.village_id
          join role_public r on r.role = 'broker' and r.home_village_id is distinct from v.id and ${inOffice}
            and (${coversVillage} or needs_stand_in(v.id, null, $1))
          where s.answerer = 'broker'
          union all
          select s.flag_id, null, r.person_id
          from match_side($1) s
          join village_public v on v.id = s.village_id
          join role_public r on r.role = 'broker' and r.home_village_id is distinct from v.id and ${inOffice}
            and ${coversVillage}
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function match_told(timestamptz);
      drop function match_side(timestamptz);
      drop view match_ask_told;
      drop function match_introduction(timestamptz);
      drop table match_ask;
      delete from match_judgement where reason = 'not_together';
      delete from match_flag where state in ('introduced', 'accepted', 'linked') or decline_reason = 'not_together';
      alter table match_judgement
        drop constraint match_judgement_reason_check,
        add constraint match_judgement_reason_check check (reason in (${reasons}));
      alter table match_flag
        drop constraint match_flag_suggested_check,
        drop constraint match_flag_introduced_check,
        drop constraint match_flag_decline_reason_check,
        add constraint match_flag_decline_reason_check check (decline_reason in (${reasons})),
        drop column introduced_at,
        drop column introduced_by;
    `);
  }
}
