/** Every list answers this shape; `nextCursor` is opaque and null on the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export const pageLimits = { default: 50, max: 100 } as const;
