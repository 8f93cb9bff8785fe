import { Growing } from './growing';
import { bareWord } from './profiles';
import { leastLikeness, slipLikeness } from './slips';
import { longWord, slipsInLongWord, triples, triplesOfSlip } from './spelling';
import { wordKey } from './word-keys';

export interface NearWord {
  readonly key: number;
  readonly likeness: number;
}

/** Words within a slip share at least so many of their triples, whatever their length. */
const fewestShared = 0.5;

interface KnownWord {
  readonly key: number;
  readonly bare: string;
}

/** The long words of the texts, to be found by those that are spelled nearly like them. */
export class NearSpellings {
  private readonly words: KnownWord[] = [];
  /** Of each word how many letters and letter triples it has: most words are left out by these alone. */
  private readonly lengths = new Growing(new Uint16Array(0));
  private readonly sizes = new Growing(new Uint16Array(0));
  private readonly places = new Map<string, number>();
  private readonly isStrange = new Set<number>();
  private readonly all = new Map<string, number[]>();
  private readonly strange = new Map<string, number[]>();
  /** How many triples each word shares with the one that is asked; zero between two questions. */
  private shared = new Uint8Array(0);

  /** `isStrange`: it stands in no word list, at least here. */
  add(word: string, isStrange: boolean): void {
    let place = this.places.get(word);
    if (place === undefined) {
      const bare = bareWord(word);
      place = this.words.push({ key: wordKey(word), bare }) - 1;
      this.lengths.append([bare.length]);
      this.sizes.append([triples(bare).size]);
      this.places.set(word, place);
      note(this.all, word, place);
    }
    if (!isStrange || this.isStrange.has(place)) return;
    this.isStrange.add(place);
    note(this.strange, word, place);
  }

  /** What this word may be a slip for, or the other way round: of two, one at least is in no word list. */
  near(word: string, isStrange: boolean): NearWord[] {
    const bare = bareWord(word);
    const traces = tracesOf(bare);
    if (this.shared.length < this.words.length) this.shared = new Uint8Array(Math.ceil(this.words.length * 1.5));
    const { shared } = this;
    const touched: number[] = [];
    const known = isStrange ? this.all : this.strange;
    const lists = traces.map((trace) => known.get(trace) ?? []).sort((a, b) => a.length - b.length);
    // A word that is near enough shares more triples than are left out, so it stands in a shorter list too.
    const leftOut = Math.max(0, Math.ceil(traces.length * fewestShared * leastLikeness) - 1);
    for (const places of lists.slice(0, lists.length - leftOut)) {
      for (const place of places) {
        if (shared[place] === 0) touched.push(place);
        shared[place] = (shared[place] ?? 0) + 1;
      }
    }
    const found: NearWord[] = [];
    for (const place of touched) {
      const atMost = (shared[place] ?? 0) + leftOut;
      shared[place] = 0;
      const length = Math.min(bare.length, this.lengths.at(place));
      if (!mayBeNear(length, traces.length, this.sizes.at(place), atMost)) continue;
      const other = this.words[place];
      const likeness = other ? slipLikeness(bare, other.bare) : 0;
      if (other && likeness > 0) found.push({ key: other.key, likeness });
    }
    return found;
  }
}

/** Whether words of so many triples, the shorter one so long, can be near when they share so many at most. */
function mayBeNear(length: number, size: number, otherSize: number, atMost: number): boolean {
  const shared = Math.min(atMost, size, otherSize);
  const mostSlips = length >= longWord ? slipsInLongWord : 1;
  const mayBeTypo = Math.max(size, otherSize) - shared <= mostSlips * triplesOfSlip;
  return mayBeTypo || 2 * shared >= leastLikeness * (size + otherSize);
}

function note(to: Map<string, number[]>, word: string, place: number): void {
  for (const trace of tracesOf(bareWord(word))) {
    const places = to.get(trace);
    if (places) places.push(place);
    else to.set(trace, [place]);
  }
}

/** Its triples behind its first letter, which a slip leaves as it is: so each list is short. */
function tracesOf(word: string): string[] {
  return Array.from(triples(word), (triple) => word.charAt(0) + triple);
}
