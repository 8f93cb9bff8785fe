import { byText } from './by-text';
import { placeNames } from './data/names';
import { compoundParts } from './compounds';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import type { Token } from './tokens';
import { plain, tokenize, wordsOf } from './tokens';
import type { Concept, Feature, Features, Text } from './types';
import { isStopWord, isWeak } from './vocabulary';
import { translated } from './translated';

const bodyWeight = 0.5;
/** When the title names no subject ("Waar moet je heen?"), the text below it has to. */
const bodyWeightWithoutSubject = 0.75;
const settingWeight = 0.4;
const weakWeight = 0.2;
const partWeight = 0.7;
const roleWeight = { setting: 0.6, broad: 0.6 } as const;
/** A concept found only in the first part of a compound is no subject yet. */
const modifierLimit = 0.5;
/** Each other way to say the same makes it surer, up to three. */
const otherWayGain = 0.15;
const countedWays = 3;
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
export function readFeatures(text: Text, lexicon: Lexicon, villageWords: ReadonlySet<string>): Features {
  const title = tokenize(text.title);
  const inDutch = (token: Token): Token => translated(token, lexicon);
  const tokens = [...title, ...tokenize(text.body, (title.at(-1)?.sentence ?? 0) + 1)].map(inDutch);
  const isName = nameFinder(tokens, lexicon, villageWords);
  const inSetting = tokens.map((_, at) => standsInSetting(tokens, at));
  const mentions = lexicon.mentionsIn(tokens, isName);
  const titleHasSubject = mentions.some(
    ({ at, concept, certainty }) =>
      at.every((place) => place < title.length && !inSetting[place]) && !concept.role && certainty > modifierLimit,
  );
  const body = titleHasSubject ? bodyWeight : bodyWeightWithoutSubject;
  const placeWeight = (at: number): number => (at < title.length ? 1 : body) * (inSetting[at] ? settingWeight : 1);

  const found = new Collection();
  const conceptAt = new Map<number, string>();
  const sureAt = new Map<number, number>();
  for (const { concept, at, certainty } of mentions) {
    const role = concept.role && at.length === 1 ? roleWeight[concept.role] : 1;
    const weight = Math.max(...at.map(placeWeight)) * certainty * role;
    const places = [...at].sort((left, right) => left - right);
    const shown = places.map((place) => tokens[place]?.surface ?? '').join(' ');
    const mark = { ...titleMark(places[0] ?? 0, title.length), ...unwantedMark(concept, places, tokens) };
    found.add({ kind: 'concept', key: concept.id, shown, weight, ...mark });
    for (const place of at) {
      if ((sureAt.get(place) ?? 0) >= certainty) continue;
      conceptAt.set(place, concept.id);
      sureAt.set(place, certainty);
    }
  }
  tokens.forEach((token, at) => {
    if (isName(at) || isStopWord(token.word)) return;
    const isKnown = lexicon.isKnownWord(token);
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

function nameFinder(
  tokens: readonly Token[],
  lexicon: Lexicon,
  villageWords: ReadonlySet<string>,
): (at: number) => boolean {
  const names = new Set<number>();
  tokens.forEach((token, at) => {
    if (villageWords.has(token.word) || riversAndRegions.has(token.word)) names.add(at);
    if (!token.isCapital || !namesOfPlaces.test(token.word)) return;
    const isOrdinary = lexicon.isKnownWord(token);
    if (isOrdinary && (token.startsSentence || /(?:plein|plantsoen|park|veld)$/.test(token.word))) return;
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

/** Words that ask for something to go, when they stand near it. */
const removals = new Set(
  wordsOf(
    'weghalen weggehaald verwijderen verwijderd verwijder afschaffen schaf afbreken slopen opheffen verbieden verbied verbod verboden',
  ),
);
const wordsNear = 3;

/** Of a thing that can stand somewhere, whether this text wants it gone. */
function unwantedMark(
  { kind }: Concept,
  places: readonly number[],
  tokens: readonly Token[],
): { isUnwanted: true } | Record<string, never> {
  if (kind !== 'good' && kind !== 'works') return {};
  const isUnwanted = places.some((place) =>
    tokens
      .slice(Math.max(0, place - wordsNear), place + wordsNear + 1)
      .some(({ word, sentence }) => removals.has(word) && sentence === tokens[place]?.sentence),
  );
  return isUnwanted ? { isUnwanted } : {};
}

function titleMark(at: number, titleLength: number): { isInTitle: true } | Record<string, never> {
  return at < titleLength ? { isInTitle: true } : {};
}

class Collection {
  private readonly byKey = new Map<string, Feature>();
  private readonly ways = new Map<string, Set<string>>();

  /** Saying a thing twice does not make it weigh more; saying it in another way does, a little. */
  add(feature: Feature): void {
    const id = `${feature.kind}:${feature.key}`;
    const known = this.byKey.get(id);
    this.ways.set(id, (this.ways.get(id) ?? new Set<string>()).add(stem(plain(feature.shown))));
    const [heavier, lighter] = !known || known.weight < feature.weight ? [feature, known] : [known, feature];
    const isInTitle = heavier.isInTitle ?? lighter?.isInTitle;
    const isUnwanted = heavier.isUnwanted ?? lighter?.isUnwanted;
    this.byKey.set(id, { ...heavier, ...(isInTitle && { isInTitle }), ...(isUnwanted && { isUnwanted }) });
  }

  features(): Features {
    const all = [...this.byKey]
      .map(([id, feature]) => ({ ...feature, weight: round(feature.weight + this.gain(id, feature)) }))
      .sort((a, b) => b.weight - a.weight || byText(a.key, b.key));
    const concepts = all.filter(({ kind }) => kind === 'concept');
    const words = all.filter(({ kind }) => kind !== 'concept');
    return { items: [...concepts.slice(0, keptConcepts), ...words.slice(0, keptWords)] };
  }

  private gain(id: string, { kind, weight }: Feature): number {
    if (kind !== 'concept') return 0;
    const others = (this.ways.get(id)?.size ?? 1) - 1;
    return weight * otherWayGain * Math.min(others, countedWays);
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
