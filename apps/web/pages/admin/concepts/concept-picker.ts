import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ConceptRef } from '@kernagenda/matching/domain/concepts';
import { LexiconClient } from '@kernagenda/matching/web/lexicon';
import { Icon } from '@kernagenda/shared/ui';
import { nl } from './nl';

const shown = 8;

/** A list of other concepts: found by a word, put in and taken out. */
@Component({
  selector: 'ka-concept-picker',
  imports: [Icon],
  template: `
    <fieldset [id]="controlId()" tabindex="-1" [attr.aria-describedby]="describedBy()">
      <legend class="ka-label">{{ label() }}</legend>
      <p class="ka-hint" [id]="controlId() + '-hint'">{{ hint() }}</p>
      @if (error()) {
        <p class="ka-error" [id]="controlId() + '-error'"><svg kaIcon="warning"></svg>{{ error() }}</p>
      }
      <ul class="ka-picker__chosen">
        @for (concept of chosen(); track concept.id) {
          <li>
            <span>{{ concept.label }}</span>
            <button type="button" class="ka-button ka-button--quiet ka-button--small" (click)="remove(concept, text)">
              {{ nl.remove }}<span class="ka-sr"> {{ concept.label }}</span>
            </button>
          </li>
        } @empty {
          <li class="ka-soft">{{ nl.empty }}</li>
        }
      </ul>
      <div class="ka-join">
        <input
          #text
          class="ka-input"
          type="search"
          autocomplete="off"
          [attr.aria-label]="nl.search(label())"
          (keydown.enter)="search($event, text.value)"
        />
        <button type="button" class="ka-button ka-button--second" (click)="search($event, text.value)">
          {{ nl.button }}<span class="ka-sr"> {{ label() }}</span>
        </button>
      </div>
      <p class="ka-soft ka-small" role="status">{{ told() }}</p>
      @if (offered().length) {
        <ul class="ka-picker__found">
          @for (concept of offered(); track concept.id) {
            <li>
              <span>{{ concept.label }}</span>
              <button type="button" class="ka-button ka-button--quiet ka-button--small" (click)="add(concept, text)">
                {{ nl.add }}<span class="ka-sr"> {{ concept.label }}</span>
              </button>
            </li>
          }
        </ul>
      }
    </fieldset>
  `,
  host: { '[attr.class]': "error() ? 'ka-picker ka-field--error' : 'ka-picker'" },
})
export class ConceptPicker {
  private readonly client = inject(LexiconClient);
  readonly controlId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly error = input('');
  readonly chosen = input.required<readonly ConceptRef[]>();
  /** Never offered: the concept itself, and what stands in the other list. */
  readonly excluded = input<readonly string[]>([]);
  readonly changed = output<readonly ConceptRef[]>();

  protected readonly nl = nl.picker;
  private readonly found = signal<readonly ConceptRef[]>([]);
  protected readonly told = signal('');
  protected readonly offered = computed(() => {
    const taken = new Set([...this.excluded(), ...this.chosen().map(({ id }) => id)]);
    return this.found()
      .filter(({ id }) => !taken.has(id))
      .slice(0, shown);
  });
  protected readonly describedBy = computed(() =>
    [this.error() && `${this.controlId()}-error`, `${this.controlId()}-hint`].filter(Boolean).join(' '),
  );

  /** Enter looks for a concept; it does not send the form around it. */
  protected async search(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const wanted = text.trim();
    if (!wanted) return;
    try {
      const { items } = await this.client.list(wanted);
      this.found.set(items);
      this.told.set(this.offered().length ? '' : nl.picker.none);
    } catch {
      this.found.set([]);
      this.told.set(nl.picker.failed);
    }
  }

  protected add({ id, label }: ConceptRef, field: HTMLInputElement): void {
    this.changed.emit([...this.chosen(), { id, label }]);
    this.found.set([]);
    field.value = '';
    field.focus();
  }

  protected remove(concept: ConceptRef, field: HTMLInputElement): void {
    this.changed.emit(this.chosen().filter(({ id }) => id !== concept.id));
    field.focus();
  }
}
