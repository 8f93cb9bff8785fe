import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Problem, pageLimits } from '@kernagenda/shared/domain';
import { isId } from './params';

/** The query of every list; extend it with the filters of that list. */
export class PageQuery {
  /** `nextCursor` of the page before. */
  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: pageLimits.max, default: pageLimits.default })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageLimits.max)
  readonly limit: number = pageLimits.default;
}

const readers = {
  text: (value: unknown): value is string => typeof value === 'string' && value.length <= 200,
  id: (value: unknown): value is string => typeof value === 'string' && isId(value),
  number: (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value),
  instant: (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
} as const;

type Kind = keyof typeof readers;
type Values<Kinds extends readonly Kind[]> = {
  -readonly [I in keyof Kinds]: Kinds[I] extends 'number' ? number : string;
};

/** An opaque cursor from the sort keys of the last row shown; instants as ISO text. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort keys of a cursor, or null for the first page.
 * @throws Problem `invalid_cursor` when it was not made by `encodeCursor` for this order.
 */
export function decodeCursor<const Kinds extends readonly Kind[]>(
  cursor: string | undefined,
  kinds: Kinds,
): Values<Kinds> | null {
  if (cursor === undefined) return null;
  const values = parse(cursor);
  const isValid = Array.isArray(values) && values.length === kinds.length;
  if (!isValid || !kinds.every((kind, index) => readers[kind](values[index]))) throw new Problem('invalid_cursor');
  return values as Values<Kinds>;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** One page of a list that was asked for `limit + 1` rows. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  sortKeys: (row: Row) => readonly (string | number)[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(sortKeys(last)) : null,
  };
}
