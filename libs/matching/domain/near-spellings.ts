import { bareWord } from './profiles';
import { leastLikeness, slipLikeness } from './slips';
import { triples } from './spelling';
import { wordKey } from './word-keys';

export interface NearWord {
  readonly key: number;
  readonly likeness: number;
}

/** Words within a slip share at least so many of their triples, whatever their length. */
const fewestShared = 0.5;

/** The long words of the texts, to be found by those that are spelled nearly like them. */
export class NearSpellings {
  private readonly words: string[] = [];
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
      place = this.words.push(word) - 1;
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
    for (const trace of traces) {
      for (const place of (isStrange ? this.all : this.strange).get(trace) ?? []) {
        if (shared[place] === 0) touched.push(place);
        shared[place] = (shared[place] ?? 0) + 1;
      }
    }
    const fewest = traces.length * fewestShared * leastLikeness;
    const found: NearWord[] = [];
    for (const place of touched) {
      const other = this.words[place] ?? '';
      const likeness = (shared[place] ?? 0) < fewest ? 0 : slipLikeness(bare, bareWord(other));
      if (likeness > 0) found.push({ key: wordKey(other), likeness });
      shared[place] = 0;
    }
    return found;
  }
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
