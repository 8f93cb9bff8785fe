import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../problem.mjs';
import { productParts } from '../product-parts.mjs';
import { describeJudged, foldsOf, readJudged } from './judged.mjs';
import { describe, measure } from './measures.mjs';
import { readTexts } from './texts.mjs';

const SETS = resolve(import.meta.dirname, 'sets');
const DATA = resolve(import.meta.dirname, '../../libs/matching/domain/data');
/** A model trained where the lists cover everything fails where they do not: so often a concept is left out. */
const DROPPED = 0.6;
const OLD = JSON.parse(readFileSync(`${DATA}/model.json`, 'utf8'));
const THRESHOLDS = OLD.thresholds;
/**
 * Added to the odds of pairs without a sure concept, so that what would be called 0.20 counts as 0.25: an engine that
 * lacks most concepts learns more caution than the whole one needs. Chosen by the figures of all six sets.
 */
const UNSURE_ODDS = 0.288;
const PENALTY = 2;
const ROUNDS = 40;
/** Judged pairs are left out of the training in so many turns, to be measured by what was made without them. */
const FOLDS = 5;

const parts = {
  'matching/domain/features.ts': 'readFeatures, villageWordsOf',
  'matching/domain/lexicon.ts': 'createLexicon',
  'matching/domain/profiles.ts': 'measures, profileOf',
  'matching/domain/shipped-lexicon.ts': 'shippedConcepts',
  'matching/domain/signals.ts': 'signalNames, signalsOf',
  'matching/domain/slips.ts': 'slipKeysOf',
};

/**
 * Makes the background (how often words stand in wishes) and the weights of the model anew; the thresholds stay. Prints
 * how good each set is found with the weights as they are, and with new ones when it is left out of the training, so
 * that no new weight is measured on what it was made from (how rare words are is counted over all sets). With
 * `--judged FILE` also learns from pairs people judged, and measures those the same way. Nothing changes without
 * `--write`.
 */
export async function matchTrain(args) {
  const { isWritten, judged } = readOptions(args);
  const sets = readdirSync(SETS)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => ({
      name: file.replace('.tsv', ''),
      rows: readTexts(`${SETS}/${file}`),
    }));
  const before = readFileSync(`${DATA}/background.json`, 'utf8');
  let isKept = false;
  try {
    writeFileSync(`${DATA}/background.json`, `${JSON.stringify(await backgroundOf(sets))}\n`);
    const engine = await productParts(parts);
    const seen = sets.map((set) => ({
      ...set,
      whole: pairsOf(engine, set, 0),
      thinned: pairsOf(engine, set, DROPPED),
    }));
    const said = judgedPairs(engine, judged);
    for (const set of seen) {
      const others = seen.filter((other) => other !== set);
      const found = (model) =>
        measure(
          set.rows,
          set.whole.map((pair) => ({ ...pair, ...judge(model, engine, pair) })),
        );
      process.stdout.write(`${describe(`as it is: ${set.name}`, found(OLD))}\n`);
      process.stdout.write(`${describe(`left out: ${set.name}`, found(train(engine, others, said)))}\n`);
    }
    if (said.length > 0) {
      const unseen = foldsOf(said, FOLDS).flatMap((fold) => {
        const model = train(
          engine,
          seen,
          said.filter((pair) => !fold.includes(pair)),
        );
        return fold.map((pair) => ({ ...pair, ...judge(model, engine, pair) }));
      });
      const before = said.map((pair) => ({ ...pair, ...judge(OLD, engine, pair) }));
      process.stdout.write(`${describeJudged('as it is: judged', before)}\n`);
      process.stdout.write(`${describeJudged('left out: judged', unseen)}\n`);
    }
    const model = { thresholds: THRESHOLDS, ...train(engine, seen, said) };
    process.stdout.write(`${JSON.stringify(model, null, 2)}\n`);
    if (isWritten) {
      writeFileSync(`${DATA}/model.json`, `${JSON.stringify(model, null, 2)}\n`);
      isKept = true;
    }
  } finally {
    if (!isKept) writeFileSync(`${DATA}/background.json`, before);
  }
  return 0;
}

function readOptions(args) {
  const rest = [...args];
  const at = rest.indexOf('--judged');
  const [, path] = at < 0 ? [] : rest.splice(at, 2);
  const unknown = rest.filter((arg) => arg !== '--write');
  if (unknown.length > 0 || (at >= 0 && !path)) {
    throw new Problem('match:train wants nothing, or --write, or --judged FILE.tsv with what match:judged wrote.');
  }
  return { isWritten: rest.includes('--write'), judged: path ? readJudged(path) : [] };
}

/** In how many of the texts a word stands; words of one text alone are left out, as all that nobody used. */
async function backgroundOf(sets) {
  const { createEngine } = await productParts({ 'matching/domain/engine.ts': 'createEngine' });
  const counts = new Map();
  let texts = 0;
  for (const { rows } of sets) {
    const engine = createEngine({ villageNames: [...new Set(rows.map(({ village }) => village))] });
    for (const row of rows) {
      texts += 1;
      const words = engine.features(row).items.filter(({ kind }) => kind !== 'concept');
      for (const word of new Set(words.map(({ key }) => key.split('#')[0])))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const common = [...counts].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return { texts, words: Object.fromEntries(common) };
}

/** All pairs of different villages with their signals, as an engine sees them that lacks a share of the concepts. */
function pairsOf(engine, { name, rows }, dropped) {
  const { createLexicon, shippedConcepts, signalNames } = engine;
  const lexicon = createLexicon(shippedConcepts.filter(({ id }) => chance(`${name}:${id}`) >= dropped));
  const labelled = rows.filter(({ topic }) => topic);
  const texts = read(engine, lexicon, labelled, rows);
  return texts.flatMap((a, at) =>
    texts.slice(at + 1).flatMap((b) => {
      if (a.village === b.village) return [];
      const pair = compare(engine, lexicon, a, b);
      const isAlike = a.topic === b.topic;
      if (!isAlike && signalNames.every((signal) => pair.signals[signal] === 0)) return [];
      return [{ ...pair, isAlike }];
    }),
  );
}

/** The pairs people judged, with their signals. */
function judgedPairs(engine, pairs) {
  const lexicon = engine.createLexicon(engine.shippedConcepts);
  const rows = [...new Map(pairs.flatMap(({ a, b }) => [a, b]).map((text) => [text.id, text])).values()];
  const texts = new Map(read(engine, lexicon, rows, rows).map((text) => [text.id, text]));
  return pairs.map(({ a, b, isAlike }) => ({
    ...compare(engine, lexicon, texts.get(a.id), texts.get(b.id)),
    isAlike,
  }));
}

/** Texts as the engine sees them; the names of the villages of `all` never count. */
function read({ measures, profileOf, readFeatures, villageWordsOf }, lexicon, rows, all) {
  const villageWords = villageWordsOf([...new Set(all.map(({ village }) => village))]);
  return rows.map((row) => {
    const features = readFeatures(row, lexicon, villageWords);
    const profile = profileOf(features, lexicon);
    return { ...row, features, profile, isSure: profile.measures[measures.isSure] > 0 };
  });
}

const compare = ({ signalsOf, slipKeysOf }, lexicon, a, b) => ({
  a,
  b,
  signals: signalsOf(a.profile, b.profile, lexicon, slipKeysOf(a.features, b.features)),
  areSure: a.isSure && b.isSure,
});

/** Weights made from sets and from pairs people judged. */
function train({ signalNames }, sets, judged) {
  const pairs = [...sets.flatMap(({ whole, thinned }) => [...whole, ...thinned]), ...judged];
  const model = (areSure) => {
    const chosen = pairs.filter((pair) => pair.areSure === areSure);
    const answers = chosen.map(({ isAlike }) => (isAlike ? 1 : 0));
    // More in common never counts against a pair: what would is left out, the worst first.
    let names = [...signalNames];
    for (;;) {
      const inputs = chosen.map(({ signals }) => Float64Array.from([1, ...names.map((name) => signals[name])]));
      const [bias, ...weights] = fit(inputs, answers).map((weight) => Math.round(weight * 1000) / 1000);
      const least = Math.min(...weights);
      const of = (name) => (names.includes(name) ? weights[names.indexOf(name)] : 0);
      if (least >= 0) return { bias, signals: Object.fromEntries(signalNames.map((name) => [name, of(name)])) };
      names = names.filter((_, at) => weights[at] !== least);
    }
  };
  const unsure = model(false);
  const bias = Math.round((unsure.bias + UNSURE_ODDS) * 1000) / 1000;
  return { sure: model(true), unsure: { ...unsure, bias } };
}

function judge(model, { signalNames }, { signals, areSure }) {
  const { bias, signals: weights } = areSure ? model.sure : model.unsure;
  const score = 1 / (1 + Math.exp(-signalNames.reduce((sum, name) => sum + weights[name] * signals[name], bias)));
  const tier = score >= THRESHOLDS.strong ? 'strong' : score >= THRESHOLDS.possible ? 'possible' : 'related';
  return { score, tier };
}

/** Logistic regression with a penalty on large weights, by Newton's method with steps that never make it worse. */
function fit(inputs, answers) {
  const size = inputs[0].length;
  let weights = new Array(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = new Array(size).fill(0);
    const curve = Array.from({ length: size }, () => new Array(size).fill(0));
    inputs.forEach((input, row) => {
      const chanceOf = 1 / (1 + Math.exp(-dot(weights, input)));
      for (let i = 0; i < size; i += 1) {
        if (input[i] === 0) continue;
        slope[i] += (chanceOf - answers[row]) * input[i];
        for (let j = 0; j <= i; j += 1) curve[i][j] += chanceOf * (1 - chanceOf) * input[i] * input[j];
      }
    });
    for (let i = 0; i < size; i += 1) {
      if (i > 0) slope[i] += PENALTY * weights[i];
      curve[i][i] += i > 0 ? PENALTY : 1e-6;
      for (let j = i + 1; j < size; j += 1) curve[i][j] = curve[j][i];
    }
    const step = solve(curve, slope);
    const now = loss(weights, inputs, answers);
    let length = 1;
    let next = weights;
    while (length > 1e-6) {
      next = weights.map((weight, at) => weight - length * step[at]);
      if (loss(next, inputs, answers) < now) break;
      length /= 2;
    }
    const moved = Math.max(...next.map((weight, at) => Math.abs(weight - weights[at])));
    weights = next;
    if (moved < 1e-4) break;
  }
  return weights;
}

function loss(weights, inputs, answers) {
  const penalty = weights.slice(1).reduce((sum, weight) => sum + (PENALTY / 2) * weight * weight, 0);
  return inputs.reduce((sum, input, row) => {
    const value = dot(weights, input);
    return sum + Math.log1p(Math.exp(-Math.abs(value))) + Math.max(value, 0) - answers[row] * value;
  }, penalty);
}

function dot(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at];
  return sum;
}

/** Gauss and Jordan, with the largest pivot of each column. */
function solve(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  rows.forEach((_, at) => {
    const pivot = rows.reduce(
      (best, row, i) => (i >= at && Math.abs(row[at]) > Math.abs(rows[best][at]) ? i : best),
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    for (const row of rows) {
      if (row === rows[at] || row[at] === 0) continue;
      const factor = row[at] / rows[at][at];
      row.forEach((value, i) => (row[i] = value - factor * rows[at][i]));
    }
  });
  return rows.map((row, at) => row.at(-1) / row[at]);
}

/** The same number from 0 to 1 for the same text, every time. */
function chance(text) {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return ((hash >>> 0) % 1000) / 1000;
}
