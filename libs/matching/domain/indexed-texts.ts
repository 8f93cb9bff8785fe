import { byText } from './by-text';
import { Growing } from './growing';
import { Postings, impactStep, mostTexts } from './postings';
import { ProfileStore } from './profile-store';
import { heaviest, measures } from './profiles';
import type { Profile } from './profiles';
import { of } from './signals';

/** What by itself makes a text worth comparing with another: a number, and how much the text holds it. */
export interface Trait {
  readonly key: number;
  readonly weight: number;
}

export interface Candidate {
  readonly id: string;
  readonly number: number;
}

/** So many places of texts are looked up for one question, the rarest traits first: it bounds the time of any question. */
const mostVisited = 300_000;
/** Once so many texts share a rarer trait, one that would bring more than the most only adds to those. */
const enoughTouched = 2000;
const mostTouched = 10_000;
/** So many of the concepts a text leans to make it worth comparing. */
const searchedLeanings = 8;
const conceptWorth = 3;
/** Traits of concepts and leanings are numbered behind all keys of words. */
const firstConcept = 2 ** 32;
const firstLeaning = firstConcept + 2 ** 16;
const buckets = 1024;

export function traitsOf(profile: Profile): Trait[] {
  const leaningNorm = of(profile, measures.leanings);
  return [
    ...Array.from(profile.words, (key, at) => ({ key, weight: profile.wordWeights[at] ?? 0 })),
    ...Array.from(profile.concepts, (concept, at) => ({
      key: firstConcept + concept,
      weight: (profile.conceptWeights[at] ?? 0) * conceptWorth,
    })),
    ...heaviest(profile.leaningWeights, searchedLeanings).map((at) => ({
      key: firstLeaning + (profile.leanings[at] ?? 0),
      weight: (profile.leaningWeights[at] ?? 0) / leaningNorm,
    })),
  ];
}

/** Texts by number, in the order in which they came, with what finds them. */
export class IndexedTexts {
  readonly profiles = new ProfileStore();
  readonly numbers = new Map<string, number>();
  /** How many were removed and still take room. */
  gone = 0;
  private readonly ids: string[] = [];
  private readonly isGone = new Growing(new Uint8Array(0));
  private readonly postings = new Postings();
  private scores = new Float32Array(0);
  private touched = new Uint32Array(0);

  /** @throws RangeError when there are more texts than an entry has room for. */
  add(id: string, profile: Profile): void {
    const number = this.profiles.add(profile);
    if (number >= mostTexts) throw new RangeError(`The index holds at most ${mostTexts} texts.`);
    this.ids.push(id);
    this.isGone.append([0]);
    this.numbers.set(id, number);
    for (const { key, weight } of traitsOf(profile)) this.postings.add(key, number, weight);
  }

  remove(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.numbers.delete(id);
    this.isGone.set(number, 1);
    this.gone++;
    for (const { key } of traitsOf(this.profiles.at(number))) this.postings.forget(key);
  }

  /** Who shares most with these traits, roughly; equals by id, so the answer does not depend on the order of adding. */
  candidates(traits: readonly Trait[], count: number, exclude: (id: string) => boolean): Candidate[] {
    const touched = this.score(traits);
    const { scores } = this;
    let most = 0;
    for (let at = 0; at < touched.length; at++) most = Math.max(most, scores[touched[at] ?? 0] ?? 0);
    const sizes = new Uint32Array(buckets);
    const bucketOf = (number: number): number =>
      Math.min(buckets - 1, Math.floor((scores[number] ?? 0) * (buckets / most)));
    for (let at = 0; at < touched.length; at++) {
      const bucket = bucketOf(touched[at] ?? 0);
      sizes[bucket] = (sizes[bucket] ?? 0) + 1;
    }

    const found: Candidate[] = [];
    let wanted = count;
    for (let upper = buckets; upper > 0 && found.length < count; wanted *= 2) {
      let lower = upper;
      for (let held = 0; lower > 0 && held < wanted;) held += sizes[--lower] ?? 0;
      const inRange: Candidate[] = [];
      for (let at = 0; at < touched.length; at++) {
        const number = touched[at] ?? 0;
        const bucket = bucketOf(number);
        if (bucket >= upper || bucket < lower || this.isGone.at(number)) continue;
        const id = this.ids[number] ?? '';
        if (!exclude(id)) inRange.push({ id, number });
      }
      const scoreOf = ({ number }: Candidate): number => scores[number] ?? 0;
      found.push(...inRange.sort((a, b) => scoreOf(b) - scoreOf(a) || byText(a.id, b.id)));
      upper = lower;
    }
    for (let at = 0; at < touched.length; at++) scores[touched[at] ?? 0] = 0;
    return found.slice(0, count);
  }

  /** Adds up what every text shares with the traits, and answers the numbers of those that share anything. */
  private score(traits: readonly Trait[]): Uint32Array {
    if (this.scores.length < this.ids.length) {
      this.scores = new Float32Array(Math.ceil(this.ids.length * 1.5));
      this.touched = new Uint32Array(this.scores.length);
    }
    const [scores, touched] = [this.scores, this.touched];
    let length = 0;
    let room = mostVisited;
    for (const { posting, gain } of this.found(traits)) {
      const entries = posting.entries.view(0, posting.entries.length);
      if (entries.length > room) continue;
      room -= entries.length;
      const step = gain * impactStep;
      const isFull = length >= enoughTouched && length + entries.length > mostTouched;
      for (let at = 0; at < entries.length; at++) {
        const entry = entries[at] ?? 0;
        const number = entry >>> 8;
        const score = scores[number] ?? 0;
        if (score === 0) {
          if (isFull) continue;
          touched[length++] = number;
        }
        scores[number] = score + step * (entry & 255);
      }
    }
    return touched.subarray(0, length);
  }

  private found(traits: readonly Trait[]) {
    return traits
      .flatMap(({ key, weight }) => {
        const posting = this.postings.get(key);
        if (!posting || posting.live === 0) return [];
        return [{ key, posting, gain: weight * Math.log(1 + this.numbers.size / posting.live) }];
      })
      .sort((a, b) => b.gain - a.gain || a.key - b.key);
  }
}
