import { Component, computed, inject, input, output } from '@angular/core';
import {
  type ApplicationView,
  type VillageBudgetView,
  applicationLimits,
  applyingSides,
} from '@kernagenda/budgets/domain';
import { BudgetsClient } from '@kernagenda/budgets/web';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import { centsIn } from '@kernagenda/shared/web/money';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, type Values, checkedOf, isFilled, isLong } from '../forms/form-fields';
import { nl } from './nl';

const { title, plan, contact } = applicationLimits;
const text = (values: Values, name: string): string => (values[name] ?? '').trim();

/** The application itself: what is typed is kept in the tab until its receipt is there. */
@Component({
  selector: 'ka-apply-form',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      look="main"
      [name]="'dorpsbudget ' + budget().village.slug"
      [button]="nl.button"
      [lead]="nl.lead"
      [fields]="fields()"
      [initial]="initial()"
      [submit]="nl.submit"
      [send]="send"
      [done]="nl.done"
      [failures]="nl.failures"
      (sent)="took($event)"
    />
  `,
})
export class ApplyForm {
  private readonly client = inject(BudgetsClient);
  readonly budget = input.required<VillageBudgetView>();
  /** The points of the village it can be for. */
  readonly points = input.required<readonly ProposalSummary[]>();
  /** The point somebody comes from; empty where there is none. */
  readonly point = input('');
  readonly applied = output<ApplicationView>();

  protected readonly nl = nl.form;
  protected readonly initial = computed<Values>(() => {
    const [side, ...more] = this.budget().applyingSides;
    return { point: this.point(), ...(side && more.length === 0 && { side }) };
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const { applyingSides: sides, initiativeCents, rule } = this.budget();
    const { amount, existing } = this.nl;
    const points = this.points().map(({ id: value, title: label }) => ({ value, label }));
    return [
      { name: 'point', kind: 'choice', ...this.nl.point, choices: points, isFine: isFilled },
      {
        name: 'side',
        kind: 'choice',
        ...{ label: this.nl.side.label, fault: this.nl.side.fault, isFine: isFilled },
        choices: sides.map((value) => ({ value, label: this.nl.side[value] })),
      },
      { name: 'title', kind: 'text', ...this.nl.title, isFine: isLong(title.min, title.max) },
      { name: 'plan', kind: 'words', ...this.nl.plan, isFine: isLong(plan.min, plan.max) },
      {
        name: 'amountCents',
        kind: 'euro',
        ...{ label: amount.label, hint: amount.hint(initiativeCents), fault: amount.fault(initiativeCents) },
        isFine: (value) => {
          const cents = centsIn(value) ?? NaN;
          return cents >= applicationLimits.cents.min && cents <= initiativeCents;
        },
      },
      {
        name: 'existing',
        kind: 'choice',
        ...{ label: existing.label, fault: existing.fault, isFine: isFilled, isHalf: true },
        choices: (['new', 'existing'] as const).map((value) => ({ value, label: existing[value] })),
      },
      { name: 'startsOn', kind: 'day', ...this.nl.starts, isHalf: true, isFine: isFilled },
      {
        name: 'met',
        kind: 'boxes',
        ...this.nl.met,
        choices: (rule?.criteria ?? []).map((label, index) => ({ value: String(index), label })),
      },
      { name: 'contact', kind: 'text', ...this.nl.contact, isFine: isLong(contact.min, contact.max) },
    ];
  });
  protected readonly send = ({ values, key }: Sent): Promise<ApplicationView> => {
    const { village, rule } = this.budget();
    return this.client.apply(
      {
        ...{ villageId: village.id, proposalId: text(values, 'point') },
        side: applyingSides.find((one) => one === values['side']) ?? 'self',
        ...{ title: text(values, 'title'), plan: text(values, 'plan'), contact: text(values, 'contact') },
        amountCents: centsIn(values['amountCents'] ?? '') ?? 0,
        isExisting: values['existing'] === 'existing',
        startsOn: text(values, 'startsOn'),
        met: checkedOf(values['met']).flatMap((index) => rule?.criteria[Number(index)] ?? []),
      },
      key,
    );
  };

  protected took(answer: unknown): void {
    this.applied.emit(answer as ApplicationView);
  }
}
