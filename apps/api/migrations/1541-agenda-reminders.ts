import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = `'author', 'supporter', 'commenter', 'chosen', 'village', 'answers', 'participant', 'side', 'introducer', 'party'`;
const subjects = 'proposal_id, message_id, flag_id, history_id';

export class AgendaReminders1760000001541 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- That an agenda was not frozen for long, as its keepers were told; by the first of its villages.
      create table agenda_reminder (
        id uuid primary key default gen_random_uuid(),
        village_id uuid not null references village on delete cascade,
        reminded_at timestamptz not null
      );
      create index agenda_reminder_village on agenda_reminder (village_id, reminded_at desc);

      -- The villages the agenda has now, by name. is_open: nothing was frozen since.
      create view agenda_reminder_told as
        select r.id, r.village_id, of.village_ids, of.villages,
          not exists (select from agenda_version f where f.agenda_id = own.agenda_id and f.frozen_at >= r.reminded_at)
            as is_open
        from agenda_reminder r
        left join village_agenda_village own on own.village_id = r.village_id
        cross join lateral (
          select array_agg(v.id order by v.name, v.id) as village_ids, array_agg(v.name order by v.name, v.id) as villages
          from village v where v.id = r.village_id or v.id in (
            select o.village_id from village_agenda_village o where o.agenda_id = own.agenda_id)) of;

      -- Who keeps such an agenda at a moment: secretaries and chairs of its villages, and where none of them has one,
      -- the brokers who live in none of them.
      create function agenda_keeper(at timestamptz) returns table (reminder_id uuid, person_id uuid)
        language sql stable as $$
          with able as (
            select t.id as reminder_id, r.person_id, r.role
            from agenda_reminder_told t
            join village_public v on v.id = any(t.village_ids)
            join role_public r on r.role in ('secretary', 'broker')
              and r.starts_at <= $1 and (r.ends_at is null or r.ends_at > $1)
              and ((r.scope_type = 'village' and r.scope_id = v.id)
                or (r.scope_type = 'area' and r.scope_id = v.area_id)
                or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))
              and (r.role = 'secretary' or (r.home_village_id = any(t.village_ids)) is not true))
          select distinct a.reminder_id, a.person_id from able a
          where a.role = 'secretary' or not exists (
            select from able s where s.reminder_id = a.reminder_id and s.role = 'secretary')
        $$;

      alter table notification
        add column reminder_id uuid references agenda_reminder on delete cascade,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons}, 'keeper')),
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(${subjects}, reminder_id) = 1);
      create index notification_reminder on notification (reminder_id) where reminder_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where reminder_id is not null;
      alter table notification
        drop constraint notification_about_check,
        add constraint notification_about_check check (num_nonnulls(${subjects}) = 1),
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons})),
        drop column reminder_id;
      drop function agenda_keeper(timestamptz); drop view agenda_reminder_told; drop table agenda_reminder;
    `);
  }
}
