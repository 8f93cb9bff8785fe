import { type Signal, computed, signal } from '@angular/core';
import type { SummaryError } from '@kernagenda/shared/ui/forms';
import { ApiError } from '@kernagenda/shared/web';
import { fieldOf, nl } from './nl';

export type Faults<Field extends string> = Partial<Record<Field, string>>;

/** What a form says of itself: faults by field, a failure as a whole, and whether it is being sent. */
export class FormState<Field extends string> {
  readonly faults = signal<Faults<Field>>({});
  readonly failure = signal('');
  readonly isBusy = signal(false);
  /** Ids of controls are the name of the form with the name of the field. */
  readonly errors: Signal<readonly SummaryError[]> = computed(() =>
    Object.entries(this.faults()).map(([field, message]) => ({
      controlId: `${this.name}-${field}`,
      message: String(message),
    })),
  );

  constructor(
    private readonly name: string,
    /** What to say of a field the API refuses. */
    private readonly words: Readonly<Record<Field, string>>,
    /** Other words for what the API refuses as a whole, by code. */
    private readonly failures: Readonly<Record<string, string>> = {},
  ) {}

  fault(field: Field): string {
    return this.faults()[field] ?? '';
  }

  /** Sends when there are no faults. @returns whether it was done */
  async send(faults: Faults<Field>, work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy()) return false;
    this.failure.set('');
    this.faults.set(faults);
    if (this.errors().length) return false;
    this.isBusy.set(true);
    try {
      await work();
      return true;
    } catch (error) {
      this.refused(error);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  private refused(error: unknown): void {
    const code = error instanceof ApiError ? error.code : '';
    const told = error instanceof ApiError ? (error.problem?.errors ?? []) : [];
    const fields = told.map(fieldOf).filter((field): field is Field => field in this.words);
    if (fields.length)
      this.faults.set(Object.fromEntries(fields.map((field) => [field, this.words[field]])) as Faults<Field>);
    else this.failure.set(this.failures[code] ?? nl.failures[code] ?? nl.failed);
  }
}
