import type { MigrationInterface, QueryRunner } from 'typeorm';

const told = `
  h.id as history_id, h.kind, h.to_state, h.title as agreed, h.text, c.id as collaboration_id, c.title,
  c.thread_id, coalesce(v.name, t.name, p.partner_name) as party`;
const toldFrom = `
  from collaboration_history h
  join collaboration c on c.id = h.collaboration_id
  left join collaboration_party p on p.id = h.party_id
  left join village_public v on v.id = p.village_id
  left join team_public t on t.id = p.team_id`;

const newsAndEvents = `
  select id, case kind when 'news' then 'news_told' else 'road_works_told' end as kind, village_id, title,
    null::timestamptz as begins_at
  from village_news
  union all
  select id, 'event_announced', village_id, title, (day + starts) at time zone 'Europe/Amsterdam'
  from village_event where cancelled_at is null`;

export class CollaborationLetters1760000001735 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A letter is of a village or of a collaboration, and a line of a point or of what happened in that collaboration.
      alter table status_letter
        alter column village_id drop not null,
        add column collaboration_id uuid references collaboration on delete cascade,
        add constraint status_letter_of_check check (num_nonnulls(village_id, collaboration_id) = 1);
      create index status_letter_collaboration
        on status_letter (collaboration_id, coalesce(published_at, created_at) desc, id desc)
        where collaboration_id is not null;

      alter table status_letter_line
        drop constraint status_letter_line_part_check,
        drop constraint status_letter_line_check,
        alter column proposal_id drop not null,
        alter column agenda_state drop not null,
        add column history_id uuid references collaboration_history on delete cascade,
        add constraint status_letter_line_part_check
          check (part in ('together', 'new', 'moved', 'kept', 'late', 'coming')),
        add constraint status_letter_line_about_check check ((part = 'together') = (history_id is not null)
          and num_nonnulls(proposal_id, history_id) = 1 and (proposal_id is null) = (agenda_state is null)),
        add constraint status_letter_line_promise_check check (
          num_nonnulls(commitment_id, milestone_id) = case when part in ('together', 'new', 'moved') then 0 else 1 end);
      create index status_letter_line_history on status_letter_line (history_id) where history_id is not null;

      create or replace view collaboration_told as select ${told}, h.at, h.seq ${toldFrom};

      create or replace view village_announcement as
        select id, 'letter_sent' as kind, village_id, title, null::timestamptz as begins_at, collaboration_id
        from status_letter where published_at is not null
        union all
        select id, kind, village_id, title, begins_at, null from (${newsAndEvents}) of_villages;

      -- The villages an announcement is of: those that take part, when it is of a collaboration.
      create view announcement_village as
        select id, village_id from village_announcement where village_id is not null
        union all
        select a.id, p.village_id from village_announcement a
        join collaboration_side p on p.collaboration_id = a.collaboration_id
        where p.left_at is null and p.village_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view announcement_village; drop view village_announcement; drop view collaboration_told;
      create view collaboration_told as select ${told} ${toldFrom};
      create view village_announcement as
        select id, 'letter_sent' as kind, village_id, title, null::timestamptz as begins_at
        from status_letter where published_at is not null
        union all ${newsAndEvents};
      delete from notification where announcement_id in (select id from status_letter where collaboration_id is not null);
      delete from status_letter where collaboration_id is not null;
      alter table status_letter_line
        drop constraint status_letter_line_promise_check,
        drop constraint status_letter_line_about_check,
        drop constraint status_letter_line_part_check,
        drop column history_id,
        alter column agenda_state set not null,
        alter column proposal_id set not null,
        add constraint status_letter_line_part_check check (part in ('new', 'moved', 'kept', 'late', 'coming')),
        add constraint status_letter_line_check check (
          num_nonnulls(commitment_id, milestone_id) = case when part in ('new', 'moved') then 0 else 1 end);
      alter table status_letter
        drop constraint status_letter_of_check, drop column collaboration_id, alter column village_id set not null;
    `);
  }
}
