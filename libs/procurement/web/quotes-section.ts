import { Component, computed, input } from '@angular/core';
import type { PurchaseView, QuoteView } from '@kernagenda/procurement/domain';
import { SignDrawing } from '@kernagenda/shared/ui';
import { dateName } from '@kernagenda/shared/web';
import { amountName } from '@kernagenda/shared/web/money';
import { nl } from './nl';

/** What suppliers offer, beside each other once all are open at the same time; suppliers are letters to the public. */
@Component({
  selector: 'ka-quotes-section',
  imports: [SignDrawing],
  templateUrl: './quotes-section.html',
})
export class QuotesSection {
  readonly purchase = input.required<PurchaseView>();
  protected readonly nl = nl.quotes;
  protected readonly dateName = dateName;
  protected readonly quotes = computed(() => this.purchase().quotes);
  protected readonly caption = computed(() =>
    nl.quotes.caption(
      this.quotes()
        .items.filter(({ meetsRequirements }) => meetsRequirements === false)
        .map(({ letter, assessment }) => (assessment ? `${letter} (${assessment})` : letter)),
    ),
  );
  /** Those that fail the requirements come last: their price is no offer. */
  protected readonly items = computed(() => {
    const items = this.quotes().items;
    const fails = (quote: QuoteView): boolean => quote.meetsRequirements === false;
    return [...items.filter((quote) => !fails(quote)), ...items.filter(fails)];
  });
  protected readonly villages = computed(() => this.purchase().perVillage.map(({ village }) => village));

  protected pick({ isAdvised, isChosen }: QuoteView): string | null {
    const isDecided = this.quotes().items.some((quote) => quote.isChosen);
    return isChosen || (isAdvised && !isDecided) ? 'is-pick' : null;
  }

  protected mark({ isAdvised, isChosen }: QuoteView): string {
    return isChosen ? nl.quotes.chosen : isAdvised ? nl.quotes.advised : '';
  }

  protected priceOf(cents: number | null | undefined): string {
    return cents === null || cents === undefined ? nl.quotes.tooFew : amountName(cents);
  }

  protected alone({ alone }: QuoteView, villageId: string): string {
    return this.priceOf(alone.find((one) => one.villageId === villageId)?.cents);
  }
}
