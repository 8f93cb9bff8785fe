import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Settings1760000000850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table municipality
        add column address text not null default '' check (char_length(address) <= 200),
        add column telephone text not null default '' check (char_length(telephone) <= 30),
        add column email text not null default '' check (char_length(email) <= 254),
        add column website text not null default '' check (char_length(website) <= 200),
        add column read_within_days integer not null default 5 check (read_within_days between 1 and 20),
        add column answer_within_days integer not null default 10 check (answer_within_days between 1 and 40),
        add column colours jsonb not null default '{"light": {}, "dark": {}}',
        add column version integer not null default 1;

      -- Ways to say what would be accepted; which decision it is for, null for each of them.
      create table text_block (
        id uuid primary key default gen_random_uuid(),
        name text not null unique check (char_length(name) between 2 and 60),
        rule text not null,
        decision text check (decision in ('request_changes', 'refuse', 'hide', 'refuse_version')),
        text text not null check (char_length(text) between 10 and 2000),
        position integer not null,
        version integer not null default 1
      );
      insert into text_block (name, rule, decision, text, position)
      select name, rule, null, text, row_number() over () from (values
        ('Maak het van het dorp', 'not_for_village',
          'Schrijf erbij wat het dorp of de gemeente hieraan kan doen, en voor wie in het dorp het is.'),
        ('Een ander loket', 'not_for_village',
          'Hier gaat iemand anders over. Bel de gemeente, dan hoort u bij wie u moet zijn.'),
        ('Steun wat er staat', 'already_exists',
          'Dit punt staat al op de site. Steun dat punt: hoe meer steun, hoe sterker het staat.'),
        ('Wat is er anders?', 'already_exists',
          'Schrijf erbij wat er in uw voorstel anders is dan in het punt dat er al staat.'),
        ('Welke plek, welke wens', 'unclear',
          'Schrijf erbij om welke plek het gaat en wat u er graag wilt zien. Dan begrijpt iedereen het.'),
        ('Eén wens per keer', 'unclear',
          'Uw tekst gaat over meer dan één wens. Maak er aparte voorstellen van.'),
        ('Zonder namen', 'personal_data',
          'Haal namen, adressen en nummers van andere mensen weg. Zonder die gegevens kan ik uw voorstel plaatsen.'),
        ('Schrijf wat u wenst', 'respect',
          'Schrijf op wat u graag anders ziet, zonder een oordeel over mensen. Dan kan ik uw voorstel plaatsen.'),
        ('Voor het dorp, niet voor een bedrijf', 'commercial',
          'Schrijf op wat het dorp nodig heeft, zonder de naam of de aanbieding van een bedrijf.'),
        ('Waar staat dat?', 'not_true',
          'Schrijf erbij waar u dit heeft gelezen of gehoord, of laat deze zin weg. De wens zelf kan ik plaatsen.'),
        ('Zonder deze zin', 'unlawful',
          'Deze zin mag niet van de wet. Laat de zin weg, dan lees ik uw voorstel graag opnieuw.')
      ) as block (name, rule, text);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table text_block;
      alter table municipality drop column address, drop column telephone, drop column email, drop column website,
        drop column read_within_days, drop column answer_within_days, drop column colours, drop column version`);
  }
}
