import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { phaseSteps } from '@kernagenda/collaborations/domain';
import { collaborationWords } from '@kernagenda/collaborations/web';
import { QuotesSection, SavingSection, purchaseWords } from '@kernagenda/procurement/web';
import { Clock, ageName, dateName, timeName } from '@kernagenda/shared/web';
import { HistoryList } from './history-list';
import { JoinForms } from './join-forms';
import { nl } from './nl';
import { OpenCollaboration } from './open-collaboration';
import { OpenPurchase } from './open-purchase';
import { PartyList } from './party-list';
import { PhaseActions, StopTogether } from './phase-actions';
import { purchaseNl } from './purchase-nl';
import { momentsOf, purchaseStanding, runs } from './purchase-standing';
import { standingOf } from './standing';
import { StepsBar } from './steps-bar';
import { TermsSection } from './terms-section';

/** The page of a collaboration as everybody reads it; who signs for a party finds the next step on it. */
@Component({
  selector: 'ka-overview-part',
  imports: [
    HistoryList,
    JoinForms,
    PartyList,
    PhaseActions,
    QuotesSection,
    RouterLink,
    SavingSection,
    StepsBar,
    StopTogether,
    TermsSection,
  ],
  templateUrl: './overview-part.html',
})
export class OverviewPart {
  private readonly clock = inject(Clock);
  protected readonly collaboration = inject(OpenCollaboration);
  private readonly openPurchase = inject(OpenPurchase);
  protected readonly view = this.collaboration.view;
  protected readonly purchase = this.openPurchase.view;

  protected readonly nl = nl;
  protected readonly dateName = dateName;
  protected readonly purchaseNl = purchaseNl;
  /** The purchase that is on its way now: then its steps are those of the page. */
  protected readonly running = computed(() => {
    const purchase = this.purchase();
    const phase = this.view()?.phase;
    return purchase && runs(purchase) && phase !== 'closed' && phase !== 'paused' ? purchase : null;
  });
  protected readonly ended = computed(() => {
    const purchase = this.purchase();
    const ended = purchase?.ended;
    return ended && (purchase.state === 'not_joint' || purchase.state === 'cancelled')
      ? { ...purchaseNl.ended[purchase.state], reason: ended.reason }
      : null;
  });
  protected readonly steps = computed(() =>
    this.running()
      ? (this.running()?.steps ?? []).map(({ step }) => purchaseWords.steps[step])
      : phaseSteps.map((step) => collaborationWords.phases[step]),
  );
  protected readonly standing = computed(() => {
    const view = this.view();
    const purchase = this.running();
    return view && (purchase ? purchaseStanding(purchase) : standingOf(view));
  });
  private readonly toldAt = computed(() => {
    const moved = [this.view()?.statusAt ?? '', this.purchase()?.movedAt ?? ''];
    return moved.sort().at(-1) ?? '';
  });
  protected readonly age = computed(() => (this.toldAt() ? ageName(this.toldAt(), this.clock.now()) : ''));
  protected readonly told = computed(() =>
    this.toldAt() ? `${dateName(this.toldAt())}, ${timeName(this.toldAt())}` : '',
  );
  protected readonly moments = computed(() => {
    const purchase = this.purchase();
    return purchase ? momentsOf(purchase) : [];
  });
  /** A sum or the reason why there is none yet, as long as buying together is still a question. */
  protected readonly showsSaving = computed(() => {
    const purchase = this.purchase();
    return !!purchase && (runs(purchase) || purchase.booked !== null);
  });
  /** Beyond the last when it was brought to its end, below zero when it stopped on the way. */
  protected readonly step = computed(() => {
    const view = this.view();
    if (!view || view.stopReason) return -1;
    const purchase = this.running();
    if (purchase) {
      const now = purchase.steps.findIndex(({ state }) => state === 'now');
      return now < 0 ? purchase.steps.length : now;
    }
    if (view.phase === 'closed') return phaseSteps.length;
    const phase = view.phase === 'paused' ? view.phaseBeforePause : view.phase;
    return phaseSteps.findIndex((one) => one === phase);
  });
  protected readonly acts = computed(() =>
    (['form', 'execute', 'evaluate', 'close', 'pause', 'resume'] as const).some((action) =>
      this.collaboration.may(action),
    ),
  );
}
