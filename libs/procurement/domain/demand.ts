import { sumCents } from './money';

/** What one village asks for, as it is frozen and compared. Money in whole cents without VAT. */
export interface DemandLine {
  readonly id: string;
  readonly villageId: string;
  /** What or where, in words: "Fietstunnel". */
  readonly what: string;
  readonly quantity: number;
  readonly specification: string;
  /** A day `yyyy-mm-dd`, or null when it is not urgent. */
  readonly neededBy: string | null;
  readonly budgetCents: number | null;
  /** What this line would cost if the village bought alone. */
  readonly separatePriceCents: number | null;
  /** Where that price comes from. */
  readonly separatePriceSource: string;
}

export const demandFields = [
  'what',
  'quantity',
  'specification',
  'neededBy',
  'budgetCents',
  'separatePriceCents',
  'separatePriceSource',
] as const satisfies (keyof DemandLine)[];
export type DemandField = (typeof demandFields)[number];

/** The fields that tell an amount of money; not for everyone before the prices are open. */
export const moneyFields = [
  'budgetCents',
  'separatePriceCents',
  'separatePriceSource',
] as const satisfies readonly DemandField[];

/** What became different since the demand was frozen. */
export interface DemandChange {
  readonly lineId: string;
  readonly villageId: string;
  readonly what: string;
  /** `left`: the village stepped out, and its lines with it. */
  readonly kind: 'added' | 'removed' | 'left' | 'changed';
  /** Per changed field, before and now; empty unless it is `changed`. */
  readonly fields: readonly {
    readonly field: DemandField;
    readonly from: string | number | null;
    readonly to: string | number | null;
  }[];
}

/** Puts the lines as they are beside those that were frozen; `villageIds` are who still takes part. */
export function changesOf(
  frozen: readonly DemandLine[],
  lines: readonly DemandLine[],
  villageIds: readonly string[],
): DemandChange[] {
  const now = new Map(lines.map((line) => [line.id, line]));
  const before = new Set(frozen.map(({ id }) => id));
  const changes: DemandChange[] = [];
  for (const old of frozen) {
    const line = now.get(old.id);
    const about = { lineId: old.id, villageId: old.villageId, what: old.what } as const;
    if (!villageIds.includes(old.villageId)) changes.push({ ...about, kind: 'left', fields: [] });
    else if (!line) changes.push({ ...about, kind: 'removed', fields: [] });
    else {
      const fields = demandFields.flatMap((field) =>
        old[field] === line[field] ? [] : [{ field, from: old[field], to: line[field] }],
      );
      if (fields.length > 0) changes.push({ ...about, kind: 'changed', fields });
    }
  }
  for (const { id, villageId, what } of lines) {
    if (before.has(id) || !villageIds.includes(villageId)) continue;
    changes.push({ lineId: id, villageId, what, kind: 'added', fields: [] });
  }
  return changes;
}

/** What a village asks for altogether. */
export interface VillageDemand {
  readonly villageId: string;
  readonly quantity: number;
  /** Null while one of its lines has no price of its own. */
  readonly apartCents: number | null;
}

/** Adds the lines of each village up, in the order in which the villages are given; who asks for nothing is left out. */
export function totalsOf(lines: readonly DemandLine[], villageIds: readonly string[]): VillageDemand[] {
  return villageIds.flatMap((villageId) => {
    const own = lines.filter((line) => line.villageId === villageId);
    if (own.length === 0) return [];
    const prices = own.flatMap(({ separatePriceCents }) => separatePriceCents ?? []);
    return [
      {
        villageId,
        quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
        apartCents: prices.length === own.length ? sumCents(prices) : null,
      },
    ];
  });
}

/** What it is all expected to cost: per line the price alone, else the budget, else nothing. */
export const estimateOf = (lines: readonly DemandLine[]): number =>
  lines.reduce((sum, { separatePriceCents, budgetCents }) => sum + (separatePriceCents ?? budgetCents ?? 0), 0);
