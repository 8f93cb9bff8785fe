import { Component, input, output } from '@angular/core';
import {
  type PurchaseKind,
  type PurchaseRoute,
  type ThresholdInput,
  purchaseKinds,
  purchaseRoutes,
  thresholdLimits,
} from '@kernagenda/procurement/domain';
import { kindWords, routeWords } from '@kernagenda/procurement/web/thresholds';
import { moneyLimits } from '@kernagenda/shared/domain';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { centsIn } from '@kernagenda/shared/web/money';
import type { Faults } from '../form-state';
import { nl } from './nl';

/** What is typed about a rule. */
export interface ThresholdDraft {
  readonly kind: PurchaseKind;
  readonly route: PurchaseRoute;
  readonly amount: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly source: string;
  readonly sourceUrl: string;
}

export const thresholdWords = {
  fromCents: nl.from.fault,
  validFrom: nl.validFrom.fault,
  validUntil: nl.validUntil.fault,
  source: nl.sourceText.fault,
  sourceUrl: nl.sourceUrl.fault,
};
type ThresholdFaults = Faults<keyof typeof thresholdWords>;

/** The fields of a rule. */
@Component({
  selector: 'ka-threshold-fields',
  imports: [Control, Field],
  templateUrl: './threshold-fields.html',
  host: { class: 'ka-stack' },
})
export class ThresholdFields {
  /** Name of the form, which the ids of the fields begin with. */
  readonly form = input.required<string>();
  readonly draft = input.required<ThresholdDraft>();
  readonly faults = input.required<ThresholdFaults>();
  readonly changed = output<Partial<ThresholdDraft>>();
  protected readonly nl = nl;
  protected readonly kinds = purchaseKinds;
  protected readonly kindWords = kindWords;
  protected readonly routes = purchaseRoutes;
  protected readonly routeWords = routeWords;

  protected chooseKind(value: string): void {
    const kind = purchaseKinds.find((one) => one === value);
    if (kind) this.changed.emit({ kind });
  }

  protected chooseRoute(value: string): void {
    const route = purchaseRoutes.find((one) => one === value);
    if (route) this.changed.emit({ route });
  }
}

/** Reads what was typed, with what is wrong by field. */
export function readThreshold({ amount, ...draft }: ThresholdDraft): {
  readonly input: ThresholdInput;
  readonly faults: ThresholdFaults;
} {
  const fromCents = centsIn(amount) ?? NaN;
  const [source, sourceUrl] = [draft.source.trim(), draft.sourceUrl.trim()];
  const { min, max } = thresholdLimits.source;
  const isUrl = sourceUrl.startsWith('https://') && URL.canParse(sourceUrl);
  return {
    input: { ...draft, fromCents, source, sourceUrl, validUntil: draft.validUntil || null },
    faults: {
      ...(fromCents <= moneyLimits.cents ? {} : { fromCents: thresholdWords.fromCents }),
      ...(draft.validFrom ? {} : { validFrom: thresholdWords.validFrom }),
      ...(draft.validUntil && draft.validUntil < draft.validFrom ? { validUntil: thresholdWords.validUntil } : {}),
      ...(source.length < min || source.length > max ? { source: thresholdWords.source } : {}),
      ...(isUrl && sourceUrl.length <= thresholdLimits.sourceUrl ? {} : { sourceUrl: thresholdWords.sourceUrl }),
    },
  };
}
