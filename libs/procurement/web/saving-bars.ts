import { Component, computed, input } from '@angular/core';
import { type Saving, type SavingBar, savingBars } from '@kernagenda/procurement/domain';
import { euroName } from '@kernagenda/shared/web/money';
import { nl } from './nl';

/** The sum as a picture: apart, together, coordination behind it and what is left; each with its amount in words. */
@Component({
  selector: 'ka-saving-bars',
  template: `
    <div class="ka-bars">
      @for (bar of bars(); track bar.kind) {
        <div class="ka-bars__row">
          <p class="ka-bars__name">
            <span
              >{{ bar.name }}<small>{{ bar.more }}</small></span
            >
            <b class="ka-num">{{ bar.amount }}</b>
          </p>
          <svg class="ka-bars__track" aria-hidden="true" focusable="false">
            @if (bar.kind === 'coordination') {
              <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="ka-bars__hatch" d="M1.5 0V7" />
              </pattern>
            }
            <path class="ka-bars__axis" d="M0 0V30" />
            <rect
              y="0"
              height="30"
              rx="3"
              [attr.class]="bar.tone"
              [attr.fill]="bar.kind === 'coordination' ? 'url(#hatch)' : null"
              [attr.x]="bar.from / 100 + '%'"
              [attr.width]="bar.width / 100 + '%'"
            />
          </svg>
        </div>
      }
    </div>
  `,
})
export class SavingBars {
  readonly saving = input.required<Saving>();
  /** How many villages, what the joint price comes from, and how many hours were spent on it. */
  readonly villages = input.required<number>();
  readonly source = input.required<string>();
  readonly hours = input.required<number>();
  protected readonly bars = computed(() => savingBars(this.saving()).map((bar) => ({ ...bar, ...this.wordsOf(bar) })));

  private wordsOf({ kind, cents }: SavingBar): { name: string; more: string; amount: string; tone: string } {
    const words = nl.saving;
    const isLoss = this.saving().netCents < 0;
    switch (kind) {
      case 'apart':
        return {
          name: words.apart,
          more: words.apartMore(this.villages()),
          amount: euroName(cents),
          tone: 'ka-bars__apart',
        };
      case 'together':
        return { name: words.together, more: this.source(), amount: euroName(cents), tone: 'ka-bars__together' };
      case 'coordination':
        return {
          name: words.coordination,
          more: words.coordinationMore(this.hours()),
          amount: `+ ${euroName(cents)}`,
          tone: 'ka-bars__coordination',
        };
      case 'net':
        return {
          name: isLoss ? words.loss : words.net,
          more: isLoss ? words.lossMore : words.netMore,
          amount: euroName(Math.abs(cents)),
          tone: isLoss ? 'ka-bars__net--loss' : 'ka-bars__net',
        };
    }
  }
}
