import { Component, DOCUMENT, afterNextRender, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { applicationResource, applicationWords } from '@kernagenda/budgets/web';
import { Session } from '@kernagenda/identity/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Page, dateName, isMissing } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { Municipality } from '@kernagenda/villages/web';
import { StepsBar } from '../collaborations/steps-bar';
import { FormDrafts } from '../forms/form-drafts';
import { NotFoundPage } from '../not-found/not-found-page';
import { ApplicationActs } from './application-acts';
import { nl } from './nl';

const stepOf = { submitted: 1, incomplete: 1, advised: 2, granted: 3, partly_granted: 3, refused: 3, withdrawn: -1 };

/** One application: receipt, advice and decision, on screen and on paper. */
@Component({
  selector: 'ka-application-page',
  imports: [ApplicationActs, Failure, Icon, NotFoundPage, RouterLink, Skeleton, StepsBar],
  templateUrl: './application-page.html',
})
export class ApplicationPage {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly municipality = inject(Municipality);
  protected readonly session = inject(Session);
  readonly id = input.required<string>();

  protected readonly nl = nl.application;
  protected readonly crumbs = nl.budget.crumbs;
  protected readonly signIn = nl.list.signIn;
  protected readonly budgetTitle = nl.budget.title;
  protected readonly words = applicationWords;
  protected readonly euro = euroName;
  protected readonly dateName = dateName;
  protected readonly answer = applicationResource(() => (this.session.person() ? this.id() : undefined));
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly step = computed(() => {
    const view = this.view();
    return view ? stepOf[view.state] : -1;
  });
  /** Whoever can take it back gets it as a receipt. */
  protected readonly isOwn = computed(() => !!this.view()?.allowedActions.includes('withdraw'));
  protected readonly address = computed(() => this.municipality.view()?.contact.address ?? '');
  protected readonly outcome = computed(() => {
    const view = this.view();
    if (!view) return '';
    const { decision } = nl.application;
    if (view.state === 'refused') return decision.refused;
    const cents = view.grantedCents ?? 0;
    return view.state === 'granted' ? decision.granted(cents) : decision.partly(cents, view.amountCents);
  });

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    effect(() => {
      const view = this.view();
      if (view) page.named(nl.application.title(view.reference));
    });
    afterNextRender(() => drafts.restore());
  }

  protected print(): void {
    this.window?.print();
  }
}
