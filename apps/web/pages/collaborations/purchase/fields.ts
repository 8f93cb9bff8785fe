import { procurementLimits } from '@kernagenda/procurement/domain';
import { centsIn, wholeIn } from '@kernagenda/shared/web/money';
import type { FormChoice, Values } from '../../forms/form-fields';

/** Whether an amount can be read; `none` says whether it may be left out. */
export const isEuro =
  (none = false): ((value: string) => boolean) =>
  (value) => {
    const cents = centsIn(value);
    return cents === null ? none : cents >= 0 && cents <= procurementLimits.cents;
  };

/** Whether a whole number can be read between two others. */
export const isWhole =
  (min: number, max: number): ((value: string) => boolean) =>
  (value) => {
    const number = wholeIn(value);
    return number !== null && number >= min && number <= max;
  };

export const text = (values: Values, name: string): string => (values[name] ?? '').trim();
export const cents = (values: Values, name: string): number => centsIn(values[name] ?? '') ?? 0;
export const whole = (values: Values, name: string): number => wholeIn(values[name] ?? '') ?? 0;

export const yesOrNo = (yes: string, no: string): readonly FormChoice[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

const momentFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as its field takes it: `yyyy-mm-ddThh:mm`. */
export const momentText = (at: Date): string => momentFormat.format(at).replace(' ', 'T');

/** The moment that a field holds, which says it as it is in Amsterdam whatever the clock of the device says. */
export function momentIn(value: string): Date {
  const asIfUtc = Date.parse(`${value}Z`);
  const shift = Date.parse(`${momentText(new Date(asIfUtc))}Z`) - asIfUtc;
  // Near a change of the clock the shift of an hour or two earlier may be another one.
  const at = asIfUtc - shift;
  return new Date(asIfUtc - (Date.parse(`${momentText(new Date(at))}Z`) - at));
}
