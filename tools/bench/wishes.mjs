import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTexts } from '../matching/texts.mjs';

const SETS = resolve(import.meta.dirname, '../matching/sets');
const LEXICON = resolve(import.meta.dirname, '../../libs/matching/domain/lexicon');
const PLACES = resolve(import.meta.dirname, 'nl-places.tsv');

/** How often what happens to a text; together they keep words rare, as in the texts of a whole country. */
const shares = {
  ofConcept: 0.3,
  otherWord: 0.25,
  otherSubject: 0.2,
  inTitle: 0.3,
  street: 0.35,
  number: 0.25,
  club: 0.15,
  newWord: 0.1,
  slip: 0.1,
};
const mostSentences = 3;

const titles = [
  '{A} in {village}',
  'Graag {a}',
  '{A}, wie doet er mee?',
  'Wat doen we aan {a}?',
  'Samen verder met {a}',
  'Plan voor {a}',
  'Meer aandacht voor {a}',
  '{A} of {b}',
  'Waar blijft {a}?',
  '{A} bij de {street}',
];
const stories = [
  'Wij missen {a} al jaren.',
  'Denk aan {c}, {d} en {b}.',
  'Nu is er alleen {c}, en dat is te weinig.',
  'Veel bewoners vragen om {a}.',
  'Het zou schelen voor {c} en {d}.',
  'De werkgroep praat met de gemeente over {a}.',
  'Zonder {b} wordt {c} steeds lastiger.',
  'Wie iets weet van {d} kan zich melden.',
];
const streetSentences = [
  'Het gaat om de {street}.',
  'Vooral bij de {street} {number} is het nodig.',
  'Tussen de {street} en de {other} kan het goed.',
];
const numberSentences = [
  'Wij denken aan {number} stuks.',
  'Begroot op € {number}00.',
  'Er doen al {number} gezinnen mee.',
  'In {year} is het ook gevraagd.',
];
const clubSentences = ['{Club} wil helpen.', 'Het idee komt van {club}.', 'Vraag {club} om raad.'];
const newWordSentences = ['Noem het een {new}.', 'Een {new} dus.', 'In de volksmond: de {new}.'];

const streetNames =
  'kerk molen linden kastanje school dorps ring wilgen boeren koren water haven veer polder tuin berken eiken beuken nieuwe oude lange korte hoge lage brink heide bos zand klei veen'.split(
    ' ',
  );
const streetKinds = 'straat weg laan dijk steeg plein hof kade dreef singel'.split(' ');
const clubKinds = ['stichting', 'vereniging', 'buurtclub', 'de werkgroep', 'coöperatie'];
const syllables = 'ba del ho ri ven stra mi lo ker wa tu ne zij bro gan fe dru sel om ta'.split(' ');

/** Numbers from 0 to 1 that depend on the seed alone (Mulberry32 by Tommy Ettinger, in the public domain). */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const fill = (pattern, words) => pattern.replace(/\{(\w+)\}/g, (_, name) => words[name]);
const sentencesOf = (text) => text.split(/(?<=[.!?])\s+/).filter(Boolean);

function readVillages() {
  const [, ...lines] = readFileSync(PLACES, 'utf8').trim().split('\n');
  return lines.map((line) => line.split('\t')[1]);
}

/** Real and written wishes by what they are about; what many ask for first. */
function readTopics() {
  const topics = new Map();
  for (const file of readdirSync(SETS).sort()) {
    for (const { id, topic, title, body } of readTexts(join(SETS, file))) {
      const key = `${file} ${topic || id}`;
      const known = topics.get(key) ?? { titles: [], sentences: [] };
      topics.set(key, { titles: [...known.titles, title], sentences: [...known.sentences, ...sentencesOf(body)] });
    }
  }
  return [...topics.values()].sort((a, b) => b.titles.length - a.titles.length);
}

function readConcepts() {
  const files = readdirSync(LEXICON).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(join(LEXICON, file), 'utf8')));
}

/** Other words for a word: what else people call the same thing. */
function wordsFor(concepts) {
  const others = new Map();
  for (const { terms } of concepts) {
    const single = terms.filter((term) => /^\p{L}{4,}$/u.test(term));
    for (const term of single) if (!others.has(term)) others.set(term, single);
  }
  return others;
}

/**
 * The wishes of a whole country, made from real and written ones: the title of one, sentences of others of the same
 * topic, other words of the lexicon, streets, numbers, names nobody else uses and now and then a slip. `wish(n)` is the
 * same for the same n, whatever was asked before, so nobody has to keep a million; `villages` are all their names, and
 * `village` of a wish is a place in that list.
 */
export function createWishes() {
  const villages = readVillages();
  const topics = readTopics();
  const concepts = readConcepts();
  const otherWords = wordsFor(concepts);
  const allWords = [...otherWords.keys()];

  function wish(n) {
    const random = randomOf(Math.imul(n, 0x9e3779b1));
    const whole = (end) => Math.floor(random() * end);
    const one = (list) => list[whole(list.length)];
    // Some things are asked for everywhere, most in a few villages: the first hundredth of a list gets a tenth.
    const oneOfFirst = (list) => list[Math.floor(list.length * random() ** 2)];
    const happens = (share) => random() < share;

    const village = whole(villages.length);
    const street = () => capital(`${one(streetNames)}${one(streetKinds)}`);
    const placed = {
      village: villages[village],
      street: street(),
      other: street(),
      number: 2 + whole(90),
      year: 2010 + whole(16),
    };

    function ofTopic() {
      const topic = oneOfFirst(topics);
      const sentences = Array.from({ length: Math.min(topic.sentences.length, whole(mostSentences + 1)) }, () =>
        one(topic.sentences),
      );
      const title = one(topic.titles);
      const where = happens(0.5) ? ` in ${placed.village}` : ` bij de ${placed.street}`;
      return { title: happens(shares.inTitle) ? title + where : title, sentences };
    }

    function ofConcept() {
      const { terms, context } = oneOfFirst(concepts);
      const [a, b] = [one(terms), one(terms)];
      const [c, d] = [one(context.split(' ')), one(context.split(' '))];
      const words = { ...placed, a, A: capital(a), b, c, d };
      return {
        title: fill(one(titles), words),
        sentences: Array.from({ length: whole(mostSentences + 1) }, () => fill(one(stories), words)),
      };
    }

    const varied = (text) =>
      text.replace(/\p{L}{4,}/gu, (word) => {
        const others = otherWords.get(word.toLowerCase());
        if (!others || !happens(shares.otherWord)) return word;
        return /^\p{Lu}/u.test(word) ? capital(one(others)) : one(others);
      });

    function slipped(text) {
      const words = text.split(' ');
      const at = whole(words.length);
      const word = words[at];
      if (!/^\p{L}{6,}$/u.test(word)) return text;
      const place = 1 + whole(word.length - 2);
      const [before, letter, after] = [word.slice(0, place), word[place], word.slice(place + 1)];
      words[at] = before + one([after, letter + letter + after, after[0] + letter + after.slice(1)]);
      return words.join(' ');
    }

    const { title, sentences } = happens(shares.ofConcept) ? ofConcept() : ofTopic();
    const all = new Set(sentences.map(varied));
    if (happens(shares.otherSubject)) all.add(one(one(topics).sentences) ?? '');
    if (happens(shares.street)) all.add(fill(one(streetSentences), placed));
    if (happens(shares.number)) all.add(fill(one(numberSentences), placed));
    if (happens(shares.club)) {
      const name = capital(Array.from({ length: 3 }, () => one(syllables)).join(''));
      const club = `${one(clubKinds)} ${name}`;
      all.add(fill(one(clubSentences), { club, Club: capital(club) }));
    }
    if (happens(shares.newWord)) all.add(fill(one(newWordSentences), { new: one(allWords) + one(allWords) }));
    const body = [...all].filter(Boolean).join(' ');
    return happens(shares.slip)
      ? { village, title: slipped(varied(title)), body: slipped(body) }
      : { village, title: varied(title), body };
  }

  return { villages, wish };
}
