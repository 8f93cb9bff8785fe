type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** A list of numbers of one kind that grows by half when it is full. */
export class Growing<Items extends Numbers> {
  length = 0;

  constructor(private items: Items) {}

  append(more: ArrayLike<number>): void {
    const needed = this.length + more.length;
    if (needed > this.items.length) {
      const Kind = this.items.constructor as new (size: number) => Items;
      const larger = new Kind(Math.max(needed, Math.ceil(this.items.length * 1.5), 16));
      larger.set(this.items.subarray(0, this.length));
      this.items = larger;
    }
    this.items.set(more, this.length);
    this.length = needed;
  }

  at(place: number): number {
    return this.items[place] ?? 0;
  }

  set(place: number, value: number): void {
    this.items[place] = value;
  }

  /** Numbers that are there now, not copied; what is appended later may move elsewhere. */
  view(from: number, to: number): Items {
    return this.items.subarray(from, to) as Items;
  }
}
