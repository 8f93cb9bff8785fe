import { Component, input, output } from '@angular/core';
import {
  type HouseRule,
  type ReasonedDecision,
  type TextBlockInput,
  houseRules,
  houseRulesNl,
  reasonedDecisions,
  textBlockLimits,
} from '@kernagenda/moderation/domain';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import type { Faults } from '../form-state';
import { nl } from './nl';

/** The fields of a text block. */
@Component({
  selector: 'ka-text-block-fields',
  imports: [Control, Field],
  template: `
    <ka-field
      [controlId]="form() + '-name'"
      [label]="nl.name.label"
      [hint]="nl.name.hint"
      [error]="faults().name ?? ''"
    >
      <input
        #name
        kaControl
        class="ka-input"
        name="naam"
        autocomplete="off"
        [value]="block().name"
        (input)="changed.emit({ name: name.value })"
      />
    </ka-field>
    <ka-field [controlId]="form() + '-rule'" [label]="nl.rule.label">
      <select #rule kaControl class="ka-select" name="regel" (change)="chooseRule(rule.value)">
        @for (one of rules; track one) {
          <option [value]="one" [selected]="one === block().rule">{{ ruleWords[one] }}</option>
        }
        <option value="" [selected]="block().rule === null">{{ nl.message }}</option>
      </select>
    </ka-field>
    @if (block().rule !== null) {
      <ka-field [controlId]="form() + '-decision'" [label]="nl.decision.label">
        <select #decision kaControl class="ka-select" name="besluit" (change)="chooseDecision(decision.value)">
          <option value="" [selected]="block().decision === null">{{ nl.eachDecision }}</option>
          @for (one of decisions; track one) {
            <option [value]="one" [selected]="one === block().decision">{{ nl.decisions[one] }}</option>
          }
        </select>
      </ka-field>
    }
    <ka-field
      [controlId]="form() + '-text'"
      [label]="block().rule === null ? nl.text.answer : nl.text.label"
      [hint]="nl.text.hint"
      [error]="faults().text ?? ''"
    >
      <textarea
        #text
        kaControl
        class="ka-textarea"
        name="tekst"
        [value]="block().text"
        (input)="changed.emit({ text: text.value })"
      ></textarea>
    </ka-field>
  `,
  host: { class: 'ka-stack' },
})
export class TextBlockFields {
  /** Name of the form, which the ids of the fields begin with. */
  readonly form = input.required<string>();
  readonly block = input.required<TextBlockInput>();
  readonly faults = input.required<Faults<'name' | 'text'>>();
  readonly changed = output<Partial<TextBlockInput>>();
  protected readonly nl = nl;
  protected readonly rules = houseRules;
  protected readonly ruleWords = houseRulesNl;
  protected readonly decisions = reasonedDecisions;

  protected chooseRule(value: string): void {
    const rule: HouseRule | null = houseRules.find((one) => one === value) ?? null;
    this.changed.emit(rule === null ? { rule, decision: null } : { rule });
  }

  protected chooseDecision(value: string): void {
    const decision: ReasonedDecision | null = reasonedDecisions.find((one) => one === value) ?? null;
    this.changed.emit({ decision });
  }
}

/** What is wrong with a text block, by field. */
export function textBlockFaults({ name, text }: TextBlockInput): Faults<'name' | 'text'> {
  const isOutside = (value: string, { min, max }: { readonly min: number; readonly max: number }): boolean =>
    value.length < min || value.length > max;
  return {
    ...(isOutside(name, textBlockLimits.name) ? { name: nl.name.fault } : {}),
    ...(isOutside(text, textBlockLimits.text) ? { text: nl.text.fault } : {}),
  };
}
