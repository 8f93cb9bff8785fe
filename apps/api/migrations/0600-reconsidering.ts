import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reconsidering1760000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The text that was decided upon, while its author edits it and did not send it in again.
      alter table proposal add column decided_text jsonb;

      -- What was edited before this column was there: the earlier text is kept nowhere, and the edits were not sent.
      update proposal p set decided_text = jsonb_build_object(
        'title', 'De indiener past dit voorstel aan', 'body', '', 'place', '', 'theme', 'other', 'kind', null)
      where moderation_state in ('changes_requested', 'refused') and exists (
        select 1 from audit_entry e
        where e.object_type = 'proposal' and e.object_id = p.id::text and e.action = 'edit' and e.id > (
          select max(d.id) from audit_entry d where d.object_type = 'proposal' and d.object_id = p.id::text
            and d.action in ('request_changes', 'refuse')));
      alter table proposal drop column is_edited_since_refusal;

      -- Why a broker took it up again.
      alter table moderation_decision add column reason text check (char_length(reason) <= 2000);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table moderation_decision drop column reason;
      alter table proposal add column is_edited_since_refusal boolean not null default false;
      update proposal set is_edited_since_refusal = true where decided_text is not null and moderation_state = 'refused';
      alter table proposal drop column decided_text;
    `);
  }
}
