import { placeNames } from './data/names';
import { isKnownWord, mentionsIn } from './lexicon';
import { stem } from './stem';
import type { Token } from './tokens';
import { plain, tokenize, wordsOf } from './tokens';
import type { Feature, Features, Text } from './types';
import { compoundParts, isStopWord, isWeak } from './vocabulary';

const bodyWeight = 0.5;
/** When the title names no subject ("Waar moet je heen?"), the text below it has to. */
const bodyWeightWithoutSubject = 0.75;
const settingWeight = 0.4;
const weakWeight = 0.2;
const partWeight = 0.45;
const kindWeight = { setting: 0.6, broad: 0.6 } as const;
/** A concept found only in the first part of a compound is no subject yet. */
const modifierLimit = 0.5;
const keptConcepts = 12;
const keptWords = 40;

/** What follows one of these is where, with what or because of what; seldom the subject. */
const placePrepositions = new Set(
  'bij in op aan langs naast achter rond rondom naar tussen vanaf tegenover nabij onder boven met door'.split(' '),
);
const namesOfPlaces =
  /(?:straat|straatje|weg|laan|dijk|singel|steeg|plein|hof|kade|dreef|gracht|wal|park|plantsoen|graaf|waard|veld|plas|land|brug|sluis|poort)$/;
const riversAndRegions = new Set(wordsOf(placeNames));

/** Reads a text into what it is about. */
export function readFeatures(text: Text, villageWords: ReadonlySet<string>): Features {
  const title = tokenize(text.title);
  const tokens = [...title, ...tokenize(text.body, (title.at(-1)?.sentence ?? 0) + 1)];
  const isName = nameFinder(tokens, villageWords);
  const inSetting = tokens.map((_, at) => standsInSetting(tokens, at));
  const mentions = mentionsIn(tokens, isName);
  const titleHasSubject = mentions.some(
    ({ at, concept, certainty }) =>
      at.every((place) => place < title.length && !inSetting[place]) && !concept.kind && certainty > modifierLimit,
  );
  const body = titleHasSubject ? bodyWeight : bodyWeightWithoutSubject;
  const placeWeight = (at: number): number => (at < title.length ? 1 : body) * (inSetting[at] ? settingWeight : 1);

  const found = new Collection();
  const conceptAt = new Map<number, string>();
  for (const { concept, at, certainty } of mentions) {
    const kind = concept.kind && at.length === 1 ? kindWeight[concept.kind] : 1;
    const weight = Math.max(...at.map(placeWeight)) * certainty * kind;
    const places = [...at].sort((left, right) => left - right);
    const shown = places.map((place) => tokens[place]?.surface ?? '').join(' ');
    found.add({ kind: 'concept', key: concept.id, shown, weight, ...titleMark(places[0] ?? 0, title.length) });
    for (const place of at) conceptAt.set(place, concept.id);
  }
  tokens.forEach((token, at) => {
    if (isName(at) || isStopWord(token.word)) return;
    const isKnown = isKnownWord(token);
    if (token.isCapital && !token.startsSentence && !isKnown && !conceptAt.has(at)) return;
    const concept = conceptAt.get(at);
    const mark = titleMark(at, title.length);
    const weight = placeWeight(at) * (isWeak(token.stem) ? weakWeight : 1);
    // The same word for another idea (a bank to sit on, a bank with money) is another word.
    const key = concept === undefined ? token.stem : `${token.stem}#${concept}`;
    found.add({ kind: 'word', key, shown: token.surface, weight, ...mark, ...(isKnown ? {} : { isUnknown: true }) });
    if (concept !== undefined) return;
    for (const part of compoundParts(token.word)) {
      const partStem = stem(part);
      const partsWeight = placeWeight(at) * partWeight * (isWeak(partStem) ? weakWeight : 1);
      found.add({ kind: 'part', key: partStem, shown: token.surface, weight: partsWeight, ...mark });
    }
  });
  return found.features();
}

/** The words villages are called by, with "Varikse" beside "Varik". */
export function villageWordsOf(villageNames: readonly string[]): ReadonlySet<string> {
  const words = villageNames.flatMap((name) => plain(name).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  return new Set(words.flatMap((word) => [word, `${word}s`, `${word}se`, `${word}er`, `${word}en`]));
}

function nameFinder(tokens: readonly Token[], villageWords: ReadonlySet<string>): (at: number) => boolean {
  const names = new Set<number>();
  tokens.forEach((token, at) => {
    if (villageWords.has(token.word) || riversAndRegions.has(token.word)) names.add(at);
    if (!token.isCapital || !namesOfPlaces.test(token.word)) return;
    const isOrdinary = isKnownWord(token);
    if (isOrdinary && (token.startsSentence || /plein|plantsoen|park|veld|pad$/.test(token.word))) return;
    names.add(at);
    for (let before = at - 1; tokens[before]?.isCapital && !tokens[before]?.startsSentence; before--) names.add(before);
  });
  return (at) => names.has(at);
}

function standsInSetting(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const token = tokens[before];
    if (!token || token.sentence !== sentence) return false;
    if (placePrepositions.has(token.word)) return true;
    if (!isStopWord(token.word) && before < at - 1) return false;
  }
  return false;
}

function titleMark(at: number, titleLength: number): { isInTitle: true } | Record<string, never> {
  return at < titleLength ? { isInTitle: true } : {};
}

class Collection {
  private readonly byKey = new Map<string, Feature>();

  /** Saying a thing twice does not make it weigh more. */
  add(feature: Feature): void {
    const id = `${feature.kind}:${feature.key}`;
    const known = this.byKey.get(id);
    if (!known || known.weight < feature.weight) this.byKey.set(id, feature);
  }

  features(): Features {
    const all = [...this.byKey.values()].sort(
      (a, b) => b.weight - a.weight || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
    const concepts = all.filter(({ kind }) => kind === 'concept');
    const words = all.filter(({ kind }) => kind !== 'concept');
    return {
      items: [...concepts.slice(0, keptConcepts), ...words.slice(0, keptWords)].map((item) => ({
        ...item,
        weight: round(item.weight),
      })),
      conceptNorm: norm(concepts),
      wordNorm: norm(words),
    };
  }
}

function norm(features: readonly Feature[]): number {
  return round(Math.sqrt(features.reduce((sum, { weight }) => sum + weight * weight, 0)));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
