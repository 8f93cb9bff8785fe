import { Component, computed, inject, input, output } from '@angular/core';
import { type ApplicationView, applicationLimits } from '@kernagenda/budgets/domain';
import { BudgetsClient } from '@kernagenda/budgets/web';
import { centsIn, euroText } from '@kernagenda/shared/web/money';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, type Values, checkedOf, isFilled, isLong } from '../forms/form-fields';
import { nl } from './nl';

const acts = nl.application.acts;
const { min, max } = applicationLimits.note;
const note = (words: { readonly label: string; readonly fault: string }): FormField => ({
  ...{ name: 'note', kind: 'words', ...words, isFine: isLong(min, max) },
});
const noteOf = (values: Values): string => (values['note'] ?? '').trim();

/** Something that is done with the application: its button, what it asks and what it sends. */
interface Act {
  readonly name: string;
  readonly button: string;
  readonly look: 'main' | 'second' | 'quiet';
  readonly lead?: string;
  readonly fields: readonly FormField[];
  readonly initial?: Values;
  readonly submit?: string;
  readonly done: string;
  readonly failures?: Readonly<Record<string, string>>;
  readonly send: (sent: Sent) => Promise<unknown>;
}

/** Everything this person may do with an application now. */
@Component({
  selector: 'ka-application-acts',
  imports: [FoldForm],
  template: `
    <section class="ka-stack ka-stack--near ka-noprint" aria-labelledby="acts">
      <h2 id="acts">{{ title }}</h2>
      <div class="ka-fold-row">
        @for (act of shown(); track act.name) {
          <ka-fold-form
            [name]="view().id + ' ' + act.name"
            [button]="act.button"
            [look]="act.look"
            [lead]="act.lead ?? ''"
            [fields]="act.fields"
            [initial]="act.initial ?? nothing"
            [submit]="act.submit ?? act.button"
            [version]="view().version"
            [send]="act.send"
            [done]="act.done"
            [failures]="act.failures ?? nothing"
            (sent)="changed.emit()"
            (refused)="changed.emit()"
          />
        }
      </div>
    </section>
  `,
})
export class ApplicationActs {
  private readonly client = inject(BudgetsClient);
  readonly view = input.required<ApplicationView>();
  /** It was done, or refused: what is on the screen may be old. */
  readonly changed = output();
  protected readonly title = acts.title;
  protected readonly nothing: Values = {};
  protected readonly shown = computed<readonly Act[]>(() => {
    const { allowedActions } = this.view();
    return [this.complete(), this.decide(), this.advise(), this.ask(), this.withdraw()].filter(({ name }) =>
      allowedActions.some((action) => action === name),
    );
  });

  private advise(): Act {
    const { positive, note: words, ...rest } = acts.advise;
    const choices = [
      { value: 'yes', label: nl.application.advice.yes },
      { value: 'no', label: nl.application.advice.no },
    ];
    return {
      ...{ name: 'advise', look: this.view().advice ? 'second' : 'main', ...rest },
      fields: [{ name: 'positive', kind: 'choice', ...positive, choices, isFine: isFilled }, note(words)],
      send: ({ values, version }) => {
        const advice = { isPositive: values['positive'] === 'yes', note: noteOf(values) };
        return this.client.advise(this.view().id, advice, version);
      },
    };
  }

  private ask(): Act {
    const { note: words, ...rest } = acts.ask;
    return {
      ...{ name: 'ask', look: 'second', ...rest, fields: [note(words)] },
      send: ({ values, version }) => this.client.ask(this.view().id, { note: noteOf(values) }, version),
    };
  }

  private complete(): Act {
    const { note: words, ...rest } = acts.complete;
    return {
      ...{ name: 'complete', look: 'main', ...rest, fields: [note(words)] },
      send: ({ values, version }) => this.client.complete(this.view().id, { note: noteOf(values) }, version),
    };
  }

  private decide(): Act {
    const { granted, reason, more, ...rest } = acts.decide;
    const { amountCents, id } = this.view();
    const isBeforeOthers = (values: Values): boolean => checkedOf(values['more']).includes('others');
    const fields: readonly FormField[] = [
      {
        name: 'grantedCents',
        kind: 'euro',
        ...{ label: granted.label, hint: granted.hint, fault: granted.fault(amountCents) },
        isFine: (value) => {
          const cents = centsIn(value) ?? NaN;
          return cents >= 0 && cents <= amountCents;
        },
      },
      {
        name: 'reason',
        kind: 'words',
        ...reason,
        isFine: (value, values) => {
          const isNeeded = centsIn(values['grantedCents'] ?? '') !== amountCents || isBeforeOthers(values);
          return isLong(isNeeded ? min : 0, max)(value);
        },
      },
      {
        name: 'more',
        kind: 'boxes',
        label: more.label,
        choices: [
          { value: 'short', label: more.short },
          { value: 'others', label: more.others },
        ],
      },
    ];
    return {
      ...{ name: 'decide', look: 'main', ...rest, fields, initial: { grantedCents: euroText(amountCents) } },
      send: ({ values, version }) =>
        this.client.decide(
          id,
          {
            grantedCents: centsIn(values['grantedCents'] ?? '') ?? 0,
            reason: (values['reason'] ?? '').trim(),
            isShort: checkedOf(values['more']).includes('short'),
            isBeforeOthers: isBeforeOthers(values),
          },
          version,
        ),
    };
  }

  private withdraw(): Act {
    return {
      ...{ name: 'withdraw', look: 'quiet', ...acts.withdraw, fields: [] },
      send: ({ version }) => this.client.withdraw(this.view().id, version),
    };
  }
}
