import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessageTextBlocks1760000001713 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A text block without a rule begins an answer to a message; it belongs to no decision.
      alter table text_block
        alter column rule drop not null,
        add constraint text_block_message_check check (rule is not null or decision is null);

      insert into text_block (name, rule, decision, text, position)
      select given.name, null, null, given.text, (select coalesce(max(position), 0) from text_block) + given.number
      from (values
        (1, 'Ik zoek het uit',
          'Dank u voor uw bericht. Ik zoek dit voor u uit en laat u uiterlijk op de dag die bij dit gesprek staat weten wat wij kunnen doen.'),
        (2, 'Maak er een voorstel van',
          'Dank u voor uw idee. Anderen in het dorp willen dit misschien ook. Zal ik van uw bericht een concept van een voorstel maken? U kijkt het dan na en dient het zelf in.'),
        (3, 'Dit is niet van de gemeente',
          'Dank u voor uw bericht. Hier gaat de gemeente niet over. Ik schrijf u bij wie u hiervoor terechtkunt.')
      ) as given (number, name, text)
      on conflict do nothing`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from text_block where rule is null;
      alter table text_block
        drop constraint text_block_message_check,
        alter column rule set not null`);
  }
}
