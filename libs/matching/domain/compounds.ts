import table from './data/constituents.json' with { type: 'json' };
import { remember } from './remember';

interface Part {
  /** How many Dutch words begin with it. */
  readonly asModifier: number;
  /** How many Dutch words end with it. */
  readonly asHead: number;
}

type Known = Map<string, Split | null>;

interface Split {
  readonly parts: readonly string[];
  readonly value: number;
}

const shortestPart = 3;
const shortestCompound = 6;
const shortestHeadOfTwo = 8;
/** What a longer shortest part adds: "voetbal + veld" before "voet + balveld". */
const lengthGain = 0.35;
/** A linking sound is a guess more. */
const linkCost = 0.5;
const linkingSounds = ['', 's', 'en', 'e', 'n', 'ne'];
/** Below this a split is chance: "pa + rade". */
const leastValue = 4;
const largestCompound = 40;

const parts = new Map(
  table.map((row): [string, Part] => {
    const [word = '', modifier, head] = row.split(' ');
    return [word, { asModifier: Number(modifier), asHead: Number(head) }];
  }),
);

/**
 * Parts of a Dutch compound, or none when the word is no compound of known parts: "dijkverlichting" → dijk, verlichting.
 * Of all splits the one whose parts are most often parts (log of both families) and whose shortest part is longest.
 * Source of the families: OpenTaal word list.
 */
export const compoundParts = remember((word): readonly string[] => {
  if (word.length < shortestCompound || word.length > largestCompound) return [];
  return splitOf(word, new Map())?.parts.map(withoutLink) ?? [];
});

/** `known` holds what was found in one word: without it every end would be split again for every beginning. */
function splitOf(word: string, known: Known): Split | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  let best: Split | null = null;
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    // Most places are no seam, and looking up one half is cheaper than splitting the other.
    const head = headOf(word.slice(at), known);
    const modifier = head && modifierOf(word.slice(0, at), known);
    if (!modifier) continue;
    const found = [...modifier.parts, ...head.parts];
    const value = modifier.value + head.value + lengthGain * Math.min(...found.map((part) => part.length));
    if (value >= leastValue && value > (best?.value ?? 0)) best = { parts: found, value };
  }
  known.set(word, best);
  return best;
}

/** The last part, whole or a compound itself. */
function headOf(text: string, known: Known): Split | null {
  const family = parts.get(text)?.asHead ?? 0;
  if (family > 0) return { parts: [text], value: Math.log(family) };
  const inner = text.length >= shortestHeadOfTwo ? splitOf(text, known) : null;
  return inner && { parts: inner.parts, value: inner.value / 2 };
}

/** "dorps" is no second part of any word and "dorp" is: its s only links. */
function withoutLink(part: string): string {
  const bare = part.slice(0, -1);
  const isLinked = part.endsWith('s') && !parts.get(part)?.asHead && (parts.get(bare)?.asHead ?? 0) > 0;
  return isLinked ? bare : part;
}

/** Every way to read a word as two: "speeltuinbank" → speel + tuinbank, speeltuin + bank. */
export const halvesOf = remember((word): readonly (readonly [modifier: string, head: string])[] => {
  if (word.length < shortestCompound || word.length > largestCompound) return [];
  const known: Known = new Map();
  const halves: (readonly [string, string])[] = [];
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const head = word.slice(at);
    const modifier = word.slice(0, at);
    if (headOf(head, known) && modifierOf(modifier, known)) halves.push([modifier, head]);
  }
  return halves;
});

/** The first part, whole or a compound itself, without its linking sound. */
function modifierOf(text: string, known: Known): Split | null {
  let best: Split | null = null;
  for (const link of linkingSounds) {
    const bare = text.slice(0, text.length - link.length);
    // A word that ends in s takes no other one: "dorps" + "speeltuin", never "dorpss" + "peeltuin".
    if (!text.endsWith(link) || bare.length < shortestPart || (link === 's' && bare.endsWith('s'))) continue;
    const family = parts.get(bare)?.asModifier ?? 0;
    const value = Math.log(family) - (link ? linkCost : 0);
    if (family > 0 && value > (best?.value ?? 0)) best = { parts: [bare], value };
  }
  if (best || text.length < 2 * shortestPart) return best;
  for (const link of linkingSounds) {
    const inner = text.endsWith(link) ? splitOf(text.slice(0, text.length - link.length), known) : null;
    if (inner) return { parts: inner.parts, value: inner.value / 2 };
  }
  return null;
}
