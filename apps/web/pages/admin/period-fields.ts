import { Component, computed, inject, input, output } from '@angular/core';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Clock } from '@kernagenda/shared/web';
import type { Faults } from './form-state';
import { nl } from './nl';

/** Days `yyyy-mm-dd`; empty while none is chosen. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/** A first and a last day. */
@Component({
  selector: 'ka-period-fields',
  imports: [Control, Field],
  template: `
    <ka-field
      [controlId]="form() + '-from'"
      [label]="nl.from.label"
      [hint]="nl.from.hint"
      [error]="faults().from ?? ''"
    >
      <input
        #from
        kaControl
        class="ka-input ka-input--day"
        type="date"
        name="vanaf"
        [attr.min]="today()"
        [value]="days().from"
        (change)="changed.emit({ from: from.value })"
      />
    </ka-field>
    <ka-field
      [controlId]="form() + '-until'"
      [label]="nl.until.label"
      [hint]="untilHint()"
      [error]="faults().until ?? ''"
    >
      <input
        #until
        kaControl
        class="ka-input ka-input--day"
        type="date"
        name="totenmet"
        [attr.min]="days().from || today()"
        [value]="days().until"
        (change)="changed.emit({ until: until.value })"
      />
    </ka-field>
  `,
  host: { class: 'ka-admin__days' },
})
export class PeriodFields {
  private readonly clock = inject(Clock);
  /** Name of the form, which the ids of the fields begin with. */
  readonly form = input.required<string>();
  readonly days = input.required<Days>();
  readonly faults = input.required<Faults<'from' | 'until'>>();
  readonly untilHint = input(nl.days.until.hint);
  readonly changed = output<Partial<Days>>();
  protected readonly nl = nl.days;
  protected readonly today = computed(() => amsterdamDay(this.clock.now()));
}

/** What is wrong with a period, by field. */
export function periodFaults({ from, until }: Days, now: Date): Faults<'from' | 'until'> {
  const today = amsterdamDay(now);
  return {
    ...(from && from < today ? { from: nl.days.fromFault } : {}),
    ...(until && until < (from || today) ? { until: nl.days.untilFault } : {}),
  };
}

/** The days as the API takes them: what is empty is left out. */
export const daysOf = ({ from, until }: Days): Partial<Days> => ({ ...(from && { from }), ...(until && { until }) });
