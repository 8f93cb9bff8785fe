import { Growing } from './growing';
import { measureCount } from './profiles';
import type { Profile } from './profiles';

/** Profiles one behind the other in a few long lists: a million of them as objects would not fit. */
export class ProfileStore {
  private readonly concepts = new Growing(new Uint16Array(0));
  private readonly conceptWeights = new Growing(new Float32Array(0));
  private readonly conceptMarks = new Growing(new Uint8Array(0));
  private readonly words = new Growing(new Uint32Array(0));
  private readonly wordWeights = new Growing(new Float32Array(0));
  private readonly wordMarks = new Growing(new Uint8Array(0));
  private readonly leanings = new Growing(new Uint16Array(0));
  private readonly leaningWeights = new Growing(new Float32Array(0));
  private readonly measures = new Growing(new Float32Array(0));
  /** Where the lists of each profile begin: concepts, words, leanings; one row more than there are profiles. */
  private readonly starts = new Growing(new Uint32Array(3));

  constructor() {
    this.starts.append([0, 0, 0]);
  }

  /** @returns the number of the profile here. */
  add(profile: Profile): number {
    this.concepts.append(profile.concepts);
    this.conceptWeights.append(profile.conceptWeights);
    this.conceptMarks.append(profile.conceptMarks);
    this.words.append(profile.words);
    this.wordWeights.append(profile.wordWeights);
    this.wordMarks.append(profile.wordMarks);
    this.leanings.append(profile.leanings);
    this.leaningWeights.append(profile.leaningWeights);
    this.measures.append(profile.measures);
    this.starts.append([this.concepts.length, this.words.length, this.leanings.length]);
    return this.starts.length / 3 - 2;
  }

  at(number: number): Profile {
    const start = (list: number): number => this.starts.at(3 * number + list);
    const end = (list: number): number => this.starts.at(3 * number + 3 + list);
    return {
      concepts: this.concepts.view(start(0), end(0)),
      conceptWeights: this.conceptWeights.view(start(0), end(0)),
      conceptMarks: this.conceptMarks.view(start(0), end(0)),
      words: this.words.view(start(1), end(1)),
      wordWeights: this.wordWeights.view(start(1), end(1)),
      wordMarks: this.wordMarks.view(start(1), end(1)),
      leanings: this.leanings.view(start(2), end(2)),
      leaningWeights: this.leaningWeights.view(start(2), end(2)),
      measures: this.measures.view(number * measureCount, (number + 1) * measureCount),
    };
  }
}
