import { byText } from './by-text';

export interface NearVector {
  readonly id: string;
  /** From 0 for no more alike than any two texts are, to 1 for the same. */
  readonly likeness: number;
}

/** What an embedding model made of texts, to find those that mean about the same; in memory, one length for all. */
export interface VectorIndex {
  readonly size: number;
  /** Adding a known id again replaces its vector. One of another length than the first, or without a direction, is left out. */
  add(id: string, vector: ArrayLike<number>): void;
  remove(id: string): void;
  /** Null when one of the two has no vector here. */
  likeness(id: string, otherId: string): number | null;
  /** The `count` nearest to a text that is here, nearest first; equals by id. Nothing that is no more alike than usual. */
  nearest(id: string, count: number, exclude?: (id: string) => boolean): NearVector[];
}

/**
 * How alike two texts on nothing in common are differs by model (from 0.3 to 0.8 for models in use), so a cosine says
 * something only beside it. It is taken from the vectors themselves; while they are few it is guessed, rather too high.
 */
const guess = { usual: 0.6, weighsAs: 10 } as const;
const firstSlots = 256;

/** A vector of length 1 in the same direction; null for one without a direction. */
export function normalise(vector: ArrayLike<number>): Float32Array | null {
  const unit = new Float32Array(vector.length);
  const length = Math.sqrt(cosine(vector, vector));
  if (!(length > 0 && Number.isFinite(length))) return null;
  for (let index = 0; index < unit.length; index++) unit[index] = (vector[index] as number) / length;
  return unit;
}

/** From -1 to 1, of two vectors of length 1 and of equal size. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

/** Every vector stands in one array and every search reads them all: 100,000 of 768 numbers take a tenth of a second. */
export function createVectorIndex(): VectorIndex {
  const slots = new Map<string, number>();
  const ids: (string | null)[] = [];
  const free: number[] = [];
  let dimensions = 0;
  let values = new Float32Array(0);
  let sum = new Float64Array(0);

  function add(id: string, vector: ArrayLike<number>): void {
    remove(id);
    if (slots.size === 0 && vector.length !== dimensions) begin(vector.length);
    const unit = vector.length === dimensions ? normalise(vector) : null;
    if (!unit) return;
    const slot = free.pop() ?? ids.length;
    if ((slot + 1) * dimensions > values.length) {
      const larger = new Float32Array(Math.max(firstSlots, slot * 2) * dimensions);
      larger.set(values);
      values = larger;
    }
    values.set(unit, slot * dimensions);
    for (let index = 0; index < dimensions; index++) sum[index] = (sum[index] as number) + (unit[index] as number);
    ids[slot] = id;
    slots.set(id, slot);
  }

  function remove(id: string): void {
    const slot = slots.get(id);
    if (slot === undefined) return;
    const from = slot * dimensions;
    for (let index = 0; index < dimensions; index++) {
      sum[index] = (sum[index] as number) - (values[from + index] as number);
    }
    ids[slot] = null;
    slots.delete(id);
    free.push(slot);
  }

  function begin(length: number): void {
    dimensions = length;
    values = new Float32Array(0);
    sum = new Float64Array(length);
    ids.length = 0;
    free.length = 0;
  }

  /** The mean cosine of two different vectors, in steps that the order of adding does not change. */
  function usual(): number {
    const count = slots.size;
    const mean = count < 2 ? guess.usual : (cosine(sum, sum) - count) / (count * (count - 1));
    const believed = (Math.max(0, mean) * count + guess.usual * guess.weighsAs) / (count + guess.weighsAs);
    return Math.round(believed * 100) / 100;
  }

  const beyond = (alike: number, ordinary: number): number => {
    const share = (alike - ordinary) / (1 - Math.min(0.99, ordinary));
    return Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 10_000;
  };

  function likeness(id: string, otherId: string): number | null {
    const [slot, other] = [slots.get(id), slots.get(otherId)];
    if (slot === undefined || other === undefined) return null;
    return beyond(dot(values, slot * dimensions, other * dimensions, dimensions), usual());
  }

  function nearest(id: string, count: number, exclude: (id: string) => boolean = () => false): NearVector[] {
    const own = slots.get(id);
    if (own === undefined || count < 1) return [];
    const ordinary = usual();
    const found: { readonly id: string; readonly alike: number }[] = [];
    for (let slot = 0; slot < ids.length; slot++) {
      const otherId = ids[slot];
      if (otherId === null || otherId === undefined || slot === own) continue;
      const alike = dot(values, own * dimensions, slot * dimensions, dimensions);
      const worst = found.length < count ? null : found[found.length - 1];
      if (alike <= ordinary || (worst && isNearer(worst, { id: otherId, alike })) || exclude(otherId)) continue;
      if (worst) found.pop();
      const place = found.findIndex((one) => isNearer({ id: otherId, alike }, one));
      found.splice(place < 0 ? found.length : place, 0, { id: otherId, alike });
    }
    return found.map(({ id: otherId, alike }) => ({ id: otherId, likeness: beyond(alike, ordinary) }));
  }

  return {
    get size() {
      return slots.size;
    },
    add,
    remove,
    likeness,
    nearest,
  };
}

function isNearer(
  one: { readonly id: string; readonly alike: number },
  other: { readonly id: string; readonly alike: number },
): boolean {
  return one.alike > other.alike || (one.alike === other.alike && byText(one.id, other.id) < 0);
}

/** Of parts of one array, because the processor is several times slower where it meets several kinds. */
function dot(values: Float32Array, from: number, other: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let index = 0;
  for (; index + 3 < length; index += 4) {
    s0 += (values[from + index] as number) * (values[other + index] as number);
    s1 += (values[from + index + 1] as number) * (values[other + index + 1] as number);
    s2 += (values[from + index + 2] as number) * (values[other + index + 2] as number);
    s3 += (values[from + index + 3] as number) * (values[other + index + 3] as number);
  }
  for (; index < length; index++) s0 += (values[from + index] as number) * (values[other + index] as number);
  return s0 + s1 + s2 + s3;
}

/**
 * Uncalibrated: no weights are trained with vectors, because there is no model to train them with until a host has
 * one. So meaning counts from halfway between unrelated and the same, and by itself reaches what is possible at most.
 */
const meaning = { from: 0.4, fullAt: 0.8, most: 0.6 } as const;

/**
 * The probability that two texts belong together, knowing also how alike an embedding model finds them (`likeness`,
 * from 0 to 1, null when it does not know one of them). Never lowers it, and from nothing reaches 0.6: `possible`.
 */
export function withMeaning(probability: number, likeness: number | null): number {
  if (likeness === null) return probability;
  const share = Math.max(0, Math.min(1, (likeness - meaning.from) / (meaning.fullAt - meaning.from)));
  return probability + (1 - probability) * meaning.most * share;
}
