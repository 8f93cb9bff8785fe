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

  /** `isStrange`: it stands in no word list, at least here. */
  add(word: string, isStrange: boolean): void {
    let place = this.places.get(word);
    if (place === undefined) {
      place = this.words.push(word) - 1;
      this.places.set(word, place);
      this.note(this.all, word, place);
    }
    if (!isStrange || this.isStrange.has(place)) return;
    this.isStrange.add(place);
    this.note(this.strange, word, place);
  }

  /** What this word may be a slip for, or the other way round: of two, one at least is in no word list. */
  near(word: string, isStrange: boolean): NearWord[] {
    const bare = bareWord(word);
    const sharedWith = new Map<number, number>();
    const from = isStrange ? this.all : this.strange;
    for (const triple of triples(bare)) {
      for (const place of from.get(triple) ?? []) sharedWith.set(place, (sharedWith.get(place) ?? 0) + 1);
    }
    const fewest = triples(bare).size * fewestShared * leastLikeness;
    const found: NearWord[] = [];
    for (const [place, count] of sharedWith) {
      if (count < fewest) continue;
      const other = this.words[place] ?? '';
      const likeness = slipLikeness(bare, bareWord(other));
      if (likeness > 0) found.push({ key: wordKey(other), likeness });
    }
    return found;
  }

  private note(to: Map<string, number[]>, word: string, place: number): void {
    for (const triple of triples(bareWord(word))) {
      const places = to.get(triple);
      if (places) places.push(place);
      else to.set(triple, [place]);
    }
  }
}
