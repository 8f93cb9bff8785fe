import { Growing } from './growing';

/** The texts that hold one trait. */
export interface Posting {
  /** Number of the text in the upper 24 bits, how much it holds the trait in the lower 8. */
  readonly entries: Growing<Uint32Array>;
  /** How many of them are not removed. */
  live: number;
}

export const mostTexts = 2 ** 24;
/** What one step of the lower 8 bits weighs: the heaviest trait weighs about 5. */
export const impactStep = 1 / 48;

/** For every trait the texts that hold it. */
export class Postings {
  private readonly byTrait = new Map<number, Posting>();

  get(trait: number): Posting | undefined {
    return this.byTrait.get(trait);
  }

  add(trait: number, text: number, weight: number): void {
    let posting = this.byTrait.get(trait);
    if (!posting) this.byTrait.set(trait, (posting = { entries: new Growing(new Uint32Array(2)), live: 0 }));
    const impact = Math.max(1, Math.min(255, Math.round(weight / impactStep)));
    posting.entries.append([((text << 8) | impact) >>> 0]);
    posting.live++;
  }

  /** The entry stays until the index is made anew; it only counts no longer. */
  forget(trait: number): void {
    const posting = this.byTrait.get(trait);
    if (posting) posting.live--;
  }
}
