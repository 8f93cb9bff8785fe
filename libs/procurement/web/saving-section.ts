import { Component, computed, input } from '@angular/core';
import type { PurchaseView, Saving } from '@kernagenda/procurement/domain';
import { amountName, euroName } from '@kernagenda/shared/web/money';
import { nl } from './nl';
import { SavingBars } from './saving-bars';

/** What buying together wins, honestly: the sum, each village, the odd cents, and what came of it beside the estimate. */
@Component({
  selector: 'ka-saving-section',
  imports: [SavingBars],
  templateUrl: './saving-section.html',
})
export class SavingSection {
  readonly purchase = input.required<PurchaseView>();
  protected readonly nl = nl.saving;
  protected readonly euro = euroName;
  /** Without the sign of the euro: the caption says what it is. */
  protected readonly bare = amountName;
  protected readonly abs = Math.abs;
  protected readonly saving = computed<Saving | null>(() => this.purchase().booked ?? this.purchase().estimate);
  protected readonly isLoss = computed(() => (this.saving()?.netCents ?? 0) < 0);
  protected readonly hours = computed(() => {
    const { booked, coordination } = this.purchase();
    return (booked?.coordination ?? coordination).hours;
  });
  protected readonly source = computed(() => {
    const { booked, estimate } = this.purchase();
    return booked ? nl.saving.invoiceMore : nl.saving.togetherMore(estimate?.letter ?? '');
  });
  protected readonly percent = computed(() => {
    const percent = this.saving()?.netPercent ?? 0;
    if (percent === 0) return (this.saving()?.netCents ?? 0) === 0 ? nl.saving.even : '';
    return percent > 0 ? nl.saving.less(percent) : nl.saving.more(-percent);
  });
  protected readonly sources = computed(() => {
    const { booked, coordination, perVillage } = this.purchase();
    const { hoursSource, otherSource, otherCents } = booked?.coordination ?? coordination;
    const prices = perVillage.flatMap(({ lines }) => lines.map(({ separatePriceSource }) => separatePriceSource));
    const texts = [...prices, hoursSource, otherCents ? otherSource : ''].filter(Boolean);
    return texts.length ? nl.saving.sources([...new Set(texts)]) : '';
  });
  protected readonly waiting = computed(() => {
    const { quotes, state } = this.purchase();
    const { waiting } = nl.saving;
    if (quotes.closesAt && !quotes.areOpen) return waiting.sealed(quotes.closesAt);
    return state === 'gathering' ? waiting.gathering : waiting.prices;
  });
  protected readonly rows = computed(() =>
    (this.saving()?.villages ?? []).flatMap((part) => {
      const side = this.purchase().perVillage.find(({ village }) => village.id === part.villageId);
      if (!side) return [];
      return [
        {
          ...part,
          name: side.village.name,
          quantity: side.quantity,
          what: side.lines.map(({ what }) => what).join(', '),
        },
      ];
    }),
  );
  protected readonly quantity = computed(() => this.rows().reduce((sum, { quantity }) => sum + quantity, 0));
  protected readonly cents = computed(() => {
    const lucky = this.rows().filter(({ hasExtraCent }) => hasExtraCent);
    return lucky.length ? nl.saving.cents(lucky.map(({ name }) => name)) : '';
  });
  protected readonly beside = computed(() => {
    const { booked, estimate } = this.purchase();
    if (!booked || !estimate) return [];
    const { apart, together, coordination, net } = nl.saving;
    return [
      { name: apart, estimate: estimate.apartCents, result: booked.apartCents },
      { name: together, estimate: estimate.togetherCents, result: booked.togetherCents },
      { name: coordination, estimate: estimate.coordinationCents, result: booked.coordinationCents },
      { name: net, estimate: estimate.netCents, result: booked.netCents },
    ];
  });
}
