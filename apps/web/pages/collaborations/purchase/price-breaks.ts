import { type PriceBreak, procurementLimits } from '@kernagenda/procurement/domain';
import { wholeIn } from '@kernagenda/shared/web/money';
import { type FormField, type Values, isFilled } from '../../forms/form-fields';
import { purchaseActsNl } from './acts-nl';
import { cents, isEuro, whole } from './fields';

const nl = purchaseActsNl.quotes.add;
const limits = procurementLimits;
/** So many price breaks have a place in the form. */
const rows = [1, 2, 3, 4];

const isAfterBreak =
  (row: number): ((value: string, values: Values) => boolean) =>
  (value, values) => {
    const from = wholeIn(value);
    const before = row > 1 ? wholeIn(values[`from${row - 1}`] ?? '') : 0;
    if (from === null) return row > 1 && !isFilled(values[`price${row}`] ?? '');
    return from >= 1 && from <= limits.quantity.max && before !== null && from > before;
  };
const isBreakPrice =
  (row: number): ((value: string, values: Values) => boolean) =>
  (value, values) =>
    isEuro(row > 1 && !isFilled(values[`from${row}`] ?? ''))(value);

/** Pairs of a quantity and a price of one piece; all but the first may stay empty. */
export const breakFields: readonly FormField[] = rows.flatMap((row): FormField[] => [
  {
    name: `from${row}`,
    kind: 'number',
    label: nl.fromQuantity(row),
    ...(row > 1 ? { hint: nl.optional } : {}),
    isHalf: true,
    isFine: isAfterBreak(row),
    fault: nl.fromFault,
  },
  {
    name: `price${row}`,
    kind: 'euro',
    label: nl.unitPrice(row),
    ...(row > 1 ? { hint: nl.optional } : {}),
    isHalf: true,
    isFine: isBreakPrice(row),
    fault: nl.priceFault,
  },
]);

export const breaksOf = (values: Values): readonly PriceBreak[] =>
  rows
    .filter((row) => isFilled(values[`from${row}`] ?? ''))
    .map((row) => ({ fromQuantity: whole(values, `from${row}`), unitPriceCents: cents(values, `price${row}`) }));
