import { Column } from 'typeorm';

/** PostgreSQL sends its whole numbers of eight bytes as text; an amount always fits in a number (`moneyLimits`). */
const transformer = {
  to: (cents: number | null): number | null => cents,
  from: (cents: string | null): number | null => (cents === null ? null : Number(cents)),
};

/** An amount of money in euro cents. */
export const CentsColumn = ({ nullable = false } = {}): PropertyDecorator =>
  Column({ type: 'bigint', nullable, transformer });
