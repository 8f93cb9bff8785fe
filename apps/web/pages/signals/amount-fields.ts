import type { AmountInput } from '@kernagenda/matching/domain';
import { matchFlagLimits } from '@kernagenda/matching/domain/board';
import { centsIn, euroText, wholeIn } from '@kernagenda/shared/web/money';
import { nl } from './nl';

/** What is typed about an amount. */
export interface AmountDraft {
  readonly least: string;
  readonly most: string;
  readonly unit: string;
  readonly euro: string;
}

export type AmountFaults = Readonly<Record<keyof AmountDraft, string>>;

const { number, unit: unitLength, cents: mostCents } = matchFlagLimits;
const shownLimit = new Intl.NumberFormat('nl-NL').format(number);

/** An amount as it can be typed over. */
export const amountDraft = (amount: AmountInput | null): AmountDraft => ({
  least: String(amount?.least ?? ''),
  most: amount && amount.most !== amount.least ? String(amount.most ?? '') : '',
  unit: amount?.unit ?? '',
  euro: amount?.cents ? euroText(amount.cents) : '',
});

/** Reads what was typed; what cannot be read is said by field, and then there is no input. */
export function readAmount(draft: AmountDraft): { readonly input: AmountInput | null; readonly faults: AmountFaults } {
  const [least, most, cents] = [wholeIn(draft.least), wholeIn(draft.most), centsIn(draft.euro)];
  const unit = draft.unit.trim();
  const isCounted = least !== null || most !== null;
  const { errors } = nl.amount;
  const faults = {
    least: isNumber(least) ? '' : errors.number(shownLimit),
    most: !isNumber(most) ? errors.number(shownLimit) : least && most && most < least ? errors.order : '',
    unit: unit.length > unitLength || (isCounted && !unit) ? errors.unit(unitLength) : '',
    euro: cents === null || (cents > 0 && cents <= mostCents) ? '' : errors.euro,
  };
  if (Object.values(faults).some(Boolean)) return { input: null, faults };
  return { input: { least: least ?? most, most: most ?? least, unit: isCounted ? unit : null, cents }, faults };
}

const isNumber = (value: number | null): boolean => value === null || (value >= 1 && value <= number);
