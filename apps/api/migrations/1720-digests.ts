import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = `'author', 'supporter', 'commenter', 'chosen', 'village', 'answers', 'participant', 'side', 'introducer',
  'party', 'keeper'`;

export class Digests1760000001720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody may also follow a theme, and one circle around a place: radius in metres, the place in degrees.
      alter table follow
        add column id uuid not null default gen_random_uuid(),
        add column theme text check (theme in ('traffic', 'housing', 'green', 'play_sport', 'meeting', 'care',
          'energy_climate', 'safety', 'recreation', 'communication', 'other')),
        add column radius integer check (radius between 500 and 3000),
        add column longitude numeric(6, 3),
        add column latitude numeric(5, 3),
        add column centre_village_id uuid references village on delete cascade,
        drop constraint follow_check,
        add constraint follow_what_check check (num_nonnulls(proposal_id, village_id, theme, radius) = 1),
        add constraint follow_circle_check check (num_nonnulls(radius, longitude, latitude) in (0, 3)
          and (centre_village_id is null or radius is not null));
      create unique index follow_id on follow (id);
      create unique index follow_theme on follow (theme, person_id) where theme is not null;
      create unique index follow_circle on follow (person_id) where radius is not null;

      -- The villages that a circle reaches, as their boundaries lie now.
      create table follow_circle_village (
        follow_id uuid not null references follow (id) on delete cascade,
        village_id uuid not null references village on delete cascade,
        primary key (village_id, follow_id)
      );
      create index follow_circle_village_follow on follow_circle_village (follow_id);

      -- Who hears of a public point because of where or what it is, once per reason; not who wants no more of it.
      create view place_follower as
        select w.proposal_id, w.person_id, w.reason, w.place, w.follow_id, w.village_id
        from (
          select p.id as proposal_id, f.person_id, 'village' as reason, 2 as place, f.id as follow_id, f.village_id
          from proposal_public p join follow f on f.village_id = p.village_id and f.is_on
          union all
          select s.proposal_id, f.person_id, 'village', 3, f.id, f.village_id
          from proposal_shared s join follow f on f.village_id = s.village_id and f.is_on
          union all
          select p.id, f.person_id, 'circle', 4, f.id, c.village_id
          from proposal_public p
          join follow_circle_village c on c.village_id = p.village_id join follow f on f.id = c.follow_id and f.is_on
          union all
          select s.proposal_id, f.person_id, 'circle', 5, f.id, c.village_id
          from proposal_shared s
          join follow_circle_village c on c.village_id = s.village_id join follow f on f.id = c.follow_id and f.is_on
          union all
          select p.id, f.person_id, 'theme', 6, f.id, p.village_id
          from proposal_public p join follow f on f.theme = p.theme and f.is_on
        ) w
        where not exists (
          select from follow s where s.proposal_id = w.proposal_id and s.person_id = w.person_id and not s.is_on);

      -- chosen_before: what is chosen again when somebody takes back that they want no mail.
      alter table mail_choice
        drop constraint mail_choice_choice_check,
        add constraint mail_choice_choice_check check (choice in ('at_once', 'daily', 'weekly', 'monthly', 'in_app')),
        add column chosen_before text check (chosen_before in ('at_once', 'daily', 'weekly', 'monthly'));

      -- One mail with many lines: to one person, due at one moment. Claimed with its lines before it is sent, settled after.
      create table digest (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person on delete cascade,
        rhythm text not null check (rhythm in ('daily', 'weekly', 'monthly', 'at_once')),
        due_at timestamptz not null,
        claimed_at timestamptz not null,
        state text not null check (state in ('claimed', 'sent', 'left_out')),
        sent_at timestamptz,
        unique (person_id, due_at),
        check ((state = 'sent') = (sent_at is not null))
      );
      create index digest_claimed on digest (id) where state = 'claimed';
      create index digest_age on digest (claimed_at);

      alter table notification
        add column in_digest boolean not null default false,
        add column digest_id uuid references digest on delete set null,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons}, 'circle', 'theme')),
        add constraint notification_digest_check check (in_digest or digest_id is null),
        add constraint notification_in_digest_check check (not in_digest or (channel = 'mail' and proposal_id is not null));
      create index notification_for_digest on notification (person_id, created_at)
        where in_digest and state = 'pending' and digest_id is null;
      create index notification_digest on notification (digest_id) where digest_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where in_digest or reason in ('circle', 'theme');
      alter table notification
        drop constraint notification_in_digest_check,
        drop constraint notification_digest_check,
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (reason in (${reasons})),
        drop column digest_id,
        drop column in_digest;
      drop table digest;
      update mail_choice set choice = 'at_once' where choice in ('daily', 'weekly', 'monthly');
      alter table mail_choice
        drop column chosen_before,
        drop constraint mail_choice_choice_check,
        add constraint mail_choice_choice_check check (choice in ('at_once', 'in_app'));
      drop view place_follower;
      drop table follow_circle_village;
      delete from follow where theme is not null or radius is not null;
      drop index follow_id;
      alter table follow
        drop constraint follow_circle_check,
        drop constraint follow_what_check,
        drop column id, drop column theme, drop column radius, drop column longitude, drop column latitude,
        drop column centre_village_id,
        add constraint follow_check check (num_nonnulls(proposal_id, village_id) = 1);
    `);
  }
}
