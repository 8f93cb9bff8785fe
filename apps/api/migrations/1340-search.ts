import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1760000001340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the engine read in each public text: stems with the weight of where they stand, and the filters.
      create table search_text (
        proposal_id uuid primary key references proposal on delete cascade,
        words tsvector not null,
        -- Every word once, with its stem at the same place, so that a spelling is kept no longer than a text has it.
        spellings text[] not null,
        stems text[] not null,
        version integer not null,
        normaliser_version integer not null
      );
      create index search_text_words on search_text using gin (words) with (fastupdate = off);

      -- The spellings in public texts and in how many of them: for typing errors and beginnings of words.
      create table search_word (
        word text collate "C" primary key,
        stem text collate "C" not null,
        texts integer not null
      );
      create index search_word_stem on search_word (stem);
      create index search_word_spelling on search_word using gin (word gin_trgm_ops);

      -- Counted here and not by who writes, because a text also goes with its proposal.
      create function search_words_come() returns trigger language plpgsql as $$
      begin
        insert into search_word (word, stem, texts)
        select s.word, min(s.stem), count(*) from come, unnest(come.spellings, come.stems) as s(word, stem)
        group by s.word order by s.word
        on conflict (word) do update set texts = search_word.texts + excluded.texts, stem = excluded.stem;
        return null;
      end $$;
      create function search_words_go() returns trigger language plpgsql as $$
      begin
        with fewer as (
          select s.word, count(*)::int as texts from gone, unnest(gone.spellings) as s(word) group by s.word)
        update search_word w set texts = w.texts - fewer.texts from fewer where w.word = fewer.word;
        delete from search_word w using gone where w.word = any(gone.spellings) and w.texts <= 0;
        return null;
      end $$;
      create trigger search_words_come after insert on search_text referencing new table as come
        for each statement execute function search_words_come();
      create trigger search_words_go after delete on search_text referencing old table as gone
        for each statement execute function search_words_go();

      -- The spellings most like one that nobody uses. A swap in a short word shares few letter triples, so the bar is low.
      create function search_spellings(typed text) returns table (word text, texts integer)
      language sql stable set pg_trgm.similarity_threshold = 0.2 as $$
        select w.word, w.texts from search_word w where w.word % $1
        order by similarity(w.word, $1) desc, w.texts desc limit 20
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function search_spellings(text); drop table search_text; drop table search_word;
      drop function search_words_come(); drop function search_words_go()`);
  }
}
