import { Component, computed, inject, input, output } from '@angular/core';
import { planOptionsResource } from '@kernagenda/proposals/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Failure } from '@kernagenda/shared/ui';
import { Clock } from '@kernagenda/shared/web';
import { nl as allNl } from './actions-nl';
import { type ActDraft, type Faults, brokerOwns } from './act-draft';

/** Who takes a point on, who carries it out, and until when. */
@Component({
  selector: 'ka-plan-fields',
  imports: [Control, Failure, Field],
  template: `
    @if (answer.error()) {
      <ka-failure [title]="nl.owner.failed" (retried)="answer.reload()" />
    } @else {
      <ka-field controlId="act-owner" [label]="nl.owner.label" [hint]="nl.owner.hint" [error]="faults().owner ?? ''">
        <select #owner kaControl class="ka-select" name="wie" (change)="changed.emit({ owner: owner.value })">
          <option value="">{{ nl.owner.none }}</option>
          @for (one of owners(); track one.id) {
            <option [value]="one.id" [selected]="one.id === draft().owner">{{ one.name }}</option>
          }
        </select>
      </ka-field>
    }
    <label class="ka-choice">
      <input
        #residents
        type="checkbox"
        name="bewoners"
        [checked]="draft().byResidents"
        (change)="changed.emit({ byResidents: residents.checked })"
      />
      <span>{{ nl.byResidents }}</span>
    </label>
    <ka-field
      controlId="act-executor"
      [label]="nl.executor.label"
      [hint]="nl.executor.hint"
      [error]="faults().executor ?? ''"
    >
      <input
        #executor
        kaControl
        class="ka-input"
        name="uitvoerder"
        autocomplete="off"
        [value]="draft().executor"
        (input)="changed.emit({ executor: executor.value })"
      />
    </ka-field>
    <ka-field controlId="act-dueOn" [label]="nl.dueOn.label" [hint]="nl.dueOn.hint" [error]="faults().dueOn ?? ''">
      <input
        #day
        kaControl
        class="ka-input ka-input--day"
        type="date"
        name="klaar"
        [attr.min]="today()"
        [value]="draft().dueOn"
        (change)="changed.emit({ dueOn: day.value })"
      />
    </ka-field>
  `,
  host: { class: 'ka-stack' },
})
export class PlanFields {
  private readonly clock = inject(Clock);
  readonly pointId = input.required<string>();
  readonly draft = input.required<ActDraft>();
  readonly faults = input.required<Faults>();
  readonly changed = output<Partial<ActDraft>>();
  protected readonly nl = allNl.fields;
  protected readonly today = computed(() => amsterdamDay(this.clock.now()));
  protected readonly answer = planOptionsResource(() => this.pointId());
  protected readonly owners = computed(() => {
    if (!this.answer.hasValue()) return [];
    const { teams, isBroker } = this.answer.value();
    const named = teams.map(({ id, name }) => ({ id, name: allNl.fields.owner.team(name) }));
    return isBroker ? [{ id: brokerOwns, name: allNl.fields.owner.broker }, ...named] : named;
  });
}
