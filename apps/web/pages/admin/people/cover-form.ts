import { Component, computed, inject, input, output } from '@angular/core';
import { PeopleClient, peopleResource } from '@kernagenda/identity/web/people';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { Clock } from '@kernagenda/shared/web';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl as adminNl } from '../nl';
import { PeriodFields, daysOf, periodFaults } from '../period-fields';
import { nl } from './nl';

const empty = { coveringId: '', from: '', until: '' };
const words = { coveringId: nl.cover.person.fault, from: adminNl.days.fromFault, until: adminNl.days.untilFault };

/** Lets another broker do the work of this one during leave. */
@Component({
  selector: 'ka-cover-form',
  imports: [Control, ErrorSummary, Field, Icon, PeriodFields],
  template: `
    <form class="ka-stack ka-admin__form" novalidate aria-labelledby="cover" (submit)="send($event)">
      <ka-error-summary [errors]="form.errors()" />
      <ka-field
        controlId="cover-coveringId"
        [label]="nl.person.label"
        [hint]="brokers().length || !answer.hasValue() ? '' : nl.nobody"
        [error]="form.fault('coveringId')"
      >
        <select #broker kaControl class="ka-select" name="vervanger" (change)="write({ coveringId: broker.value })">
          <option value="">{{ nl.person.none }}</option>
          @for (one of brokers(); track one.id) {
            <option [value]="one.id" [selected]="one.id === draft().coveringId">{{ one.displayName }}</option>
          }
        </select>
      </ka-field>
      <ka-period-fields
        form="cover"
        [days]="draft()"
        [faults]="form.faults()"
        [untilHint]="nl.untilHint"
        (changed)="write($event)"
      />
      @if (form.failure()) {
        <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ form.failure() }}</p>
      }
      <button type="submit" class="ka-button ka-button--second" [attr.aria-disabled]="form.isBusy() || null">
        {{ nl.button }}
      </button>
    </form>
  `,
})
export class CoverForm {
  private readonly people = inject(PeopleClient);
  private readonly clock = inject(Clock);
  readonly personId = input.required<string>();
  /** Why the administrator looks at people. */
  readonly reason = input.required<string>();
  readonly given = output();

  protected readonly nl = nl.cover;
  protected readonly draft = formDraft('vervanging', empty);
  protected readonly form = new FormState('cover', words, { already_exists: nl.cover.exists });
  protected readonly answer = peopleResource('brokers', () => ({
    filter: { role: 'broker', limit: 100 },
    reason: this.reason(),
  }));
  protected readonly brokers = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).filter(({ id }) => id !== this.personId()),
  );

  protected write(change: Partial<typeof empty>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    const faults = {
      ...(this.brokers().some(({ id }) => id === draft.coveringId) ? {} : { coveringId: words.coveringId }),
      ...periodFaults(draft, this.clock.now()),
      ...(draft.until ? {} : { until: nl.cover.untilFault }),
    };
    const input = { coveringId: draft.coveringId, ...daysOf(draft) };
    if (!(await this.form.send(faults, () => this.people.cover(this.personId(), input)))) return;
    this.draft.set(empty);
    this.given.emit();
  }
}
