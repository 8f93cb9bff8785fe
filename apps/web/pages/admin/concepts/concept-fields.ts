import { Component, computed, input, output } from '@angular/core';
import { conceptLimits, conceptUnits, purchaseGroups } from '@kernagenda/matching/domain/concepts';
import { proposalKinds, themes } from '@kernagenda/proposals/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { kindWords } from '@kernagenda/proposals/web/kind-words';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import type { Faults } from '../form-state';
import type { ConceptDraft, ConceptField } from './concept-draft';
import { ConceptPicker } from './concept-picker';
import { nl } from './nl';
import { purchaseWords, unitWords } from './purchase-words';

interface Choice {
  readonly value: string;
  readonly word: string;
}

const collator = new Intl.Collator('nl');

/** The fields of a concept. */
@Component({
  selector: 'ka-concept-fields',
  imports: [ConceptPicker, Control, Field],
  templateUrl: './concept-fields.html',
  host: { class: 'ka-stack' },
})
export class ConceptFields {
  /** Name of the form, which the ids of the fields begin with. */
  readonly form = input.required<string>();
  /** Of the concept itself; empty for a new one. */
  readonly conceptId = input.required<string>();
  readonly draft = input.required<ConceptDraft>();
  readonly faults = input.required<Faults<ConceptField>>();
  readonly changed = output<Partial<ConceptDraft>>();

  protected readonly nl = nl.fields;
  protected readonly optional = nl.optional;
  protected readonly limits = conceptLimits;
  protected readonly choices = computed(() => [
    this.choice(
      'theme',
      '',
      themes.map((value) => ({ value, word: proposalWords.themes[value] })),
    ),
    this.choice(
      'kind',
      '',
      proposalKinds.map((value) => ({ value, word: kindWords[value] })),
    ),
    this.choice(
      'purchase',
      nl.fields.purchase.none,
      purchaseGroups
        .map((value) => ({ value, word: purchaseWords[value] }))
        .sort((a, b) => collator.compare(a.word, b.word)),
    ),
    this.choice(
      'unit',
      nl.fields.unit.none,
      conceptUnits.map((value) => ({ value, word: unitWords[value] })),
    ),
  ]);
  protected readonly lists = computed(() =>
    (['ambiguous', 'unless', 'context'] as const).map((name) => ({
      name,
      ...nl.fields[name],
      value: this.draft()[name],
      fault: this.faults()[name] ?? '',
    })),
  );
  protected readonly kin = computed(() =>
    (['near', 'related'] as const).map((name) => ({
      name,
      ...nl.fields[name],
      chosen: this.draft()[name],
      excluded: [this.conceptId(), ...this.draft()[name === 'near' ? 'related' : 'near'].map(({ id }) => id)],
      fault: this.faults()[name] ?? '',
    })),
  );

  protected put<Name extends ConceptField>(name: Name, value: ConceptDraft[Name]): void {
    this.changed.emit({ [name]: value });
  }

  private choice(name: 'theme' | 'kind' | 'purchase' | 'unit', none: string, options: readonly Choice[]) {
    const [value, fault] = [this.draft()[name], this.faults()[name] ?? ''];
    return { name, label: nl.fields[name].label, none, options, value, fault };
  }
}
