import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionsOfTeams1760000001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comment
        add column team_id uuid references team,
        drop constraint comment_owner_check,
        drop constraint comment_part_check,
        add constraint comment_owner_check check (owner in ('group', 'broker', 'team')),
        add constraint comment_part_check check (part in ('secretary', 'broker', 'alderman', 'official')),
        add constraint comment_team_check check ((team_id is not null) = (owner is not null and owner = 'team'));
      create index comment_team on comment (team_id) where team_id is not null;
      create view proposal_of_team as select id, team_id from proposal where team_id is not null;
      create view question_of_team as select id, team_id from comment where team_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view question_of_team; drop view proposal_of_team;
      update comment set owner = 'broker', team_id = null where owner = 'team';
      update comment set part = 'broker' where part = 'official';
      alter table comment
        drop column team_id,
        drop constraint comment_owner_check,
        drop constraint comment_part_check,
        add constraint comment_owner_check check (owner in ('group', 'broker')),
        add constraint comment_part_check check (part in ('secretary', 'broker', 'alderman'));
    `);
  }
}
