import { Component, afterNextRender, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ApplicationView } from '@kernagenda/budgets/domain';
import { villageBudgetResource } from '@kernagenda/budgets/web';
import { Session } from '@kernagenda/identity/web';
import { openPointsResource } from '@kernagenda/proposals/web';
import { Failure, Skeleton, SumBar, type SumPart } from '@kernagenda/shared/ui';
import { Page, dateName, isMissing, listName } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { Municipality, villageResource } from '@kernagenda/villages/web';
import { FormDrafts } from '../forms/form-drafts';
import { NotFoundPage } from '../not-found/not-found-page';
import { ApplyForm } from './apply-form';
import { nl } from './nl';

/** The money a village has this year, for everybody: what is left, what went where, and how to ask for some. */
@Component({
  selector: 'ka-budget-page',
  imports: [ApplyForm, Failure, NotFoundPage, RouterLink, Skeleton, SumBar],
  templateUrl: './budget-page.html',
})
export class BudgetPage {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly municipality = inject(Municipality);
  /** Slug of the village, and a point somebody comes from; both from the address. */
  readonly kern = input.required<string>();
  readonly punt = input('', { transform: (value: unknown) => (typeof value === 'string' ? value : '') });

  protected readonly nl = nl.budget;
  protected readonly euro = euroName;
  protected readonly dateName = dateName;
  protected readonly answer = villageBudgetResource(this.kern);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly budget = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly mayApply = computed(() => !!this.budget()?.applyingSides.length);
  private readonly pointsAnswer = openPointsResource(() => (this.mayApply() ? this.kern() : undefined));
  protected readonly points = computed(() => {
    const own = this.budget()?.village.id;
    if (!this.pointsAnswer.hasValue()) return null;
    return this.pointsAnswer.value().filter(({ village }) => village.id === own);
  });
  protected readonly whole = computed(() => {
    const budget = this.budget();
    return budget ? budget.leftCents + budget.grantedCents : 0;
  });
  protected readonly bar = computed<readonly SumPart[]>(() => {
    const budget = this.budget();
    if (!budget || this.whole() === 0) return [];
    return [
      { tone: 'done', count: budget.grantedCents },
      { tone: 'talk', count: budget.leftCents },
    ];
  });
  private readonly villageAnswer = villageResource(this.kern);
  protected readonly brokers = computed(() =>
    this.villageAnswer.hasValue()
      ? listName(this.villageAnswer.value().area.brokers.map((one) => one.displayName))
      : '',
  );
  protected readonly contact = computed(() => this.municipality.view()?.contact ?? null);

  protected readonly hasContact = computed(() => {
    const contact = this.contact();
    return !!contact && [contact.telephone, contact.address, contact.email].some(Boolean);
  });

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    effect(() => {
      const budget = this.budget();
      if (budget) page.named(nl.budget.title(budget.village.name));
    });
    afterNextRender(() => drafts.restore());
  }

  /** The receipt is the page of the application. */
  protected async opened({ id }: ApplicationView): Promise<void> {
    await this.router.navigate(['/aanvragen', id]);
  }
}
