import { Component, computed, inject, signal } from '@angular/core';
import { type ThresholdView, purchaseKinds, purchaseRoutes } from '@kernagenda/procurement/domain';
import { ThresholdsClient, kindWords, routeWords, thresholdsResource } from '@kernagenda/procurement/web/thresholds';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { ErrorSummary } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices, Page, dateName } from '@kernagenda/shared/web';
import { euroName, euroText } from '@kernagenda/shared/web/money';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl } from './nl';
import { type ThresholdDraft, ThresholdFields, readThreshold, thresholdWords } from './threshold-fields';

const empty: ThresholdDraft = {
  kind: 'goods_services',
  route: 'several',
  amount: '',
  validFrom: '',
  validUntil: '',
  source: '',
  sourceUrl: '',
};

/** The rules for buying, by what is bought: add and change, each with its days and source. */
@Component({
  selector: 'ka-thresholds-page',
  imports: [Empty, ErrorSummary, Failure, Icon, Skeleton, ThresholdFields],
  templateUrl: './thresholds-page.html',
})
export class ThresholdsPage {
  private readonly client = inject(ThresholdsClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly nl = nl;
  protected readonly euroName = euroName;
  protected readonly routeWords = routeWords;
  protected readonly answer = thresholdsResource();
  /** Each kind with its rules, from the lightest way of buying to the heaviest, the newest first. */
  protected readonly kinds = computed(() => {
    const rules = this.answer.hasValue() ? this.answer.value().items : [];
    return purchaseKinds
      .map((kind) => ({ kind, name: kindWords[kind], rules: purchaseRoutes.flatMap(rulesOf(rules, kind)) }))
      .filter((part) => part.rules.length > 0);
  });
  /** The rule that is being changed. */
  protected readonly changedId = signal('');
  protected readonly changed = formDraft('drempel', empty);
  protected readonly added = formDraft('nieuwe drempel', empty);
  protected readonly changing = new FormState('change', thresholdWords, { already_exists: nl.taken });
  protected readonly adding = new FormState('add', thresholdWords, { already_exists: nl.taken });
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected daysOf({ validFrom, validUntil }: ThresholdView): string {
    return nl.days(dateName(validFrom), validUntil && dateName(validUntil));
  }

  /** Whether it holds today; empty when it does. */
  protected standingOf({ validFrom, validUntil }: ThresholdView): string {
    const today = amsterdamDay(this.clock.now());
    if (validFrom > today) return nl.ahead;
    return validUntil && validUntil < today ? nl.ended : '';
  }

  protected change({ id, fromCents, validUntil, ...rule }: ThresholdView): void {
    const { kind, route, validFrom, source, sourceUrl } = rule;
    this.changing.faults.set({});
    this.changing.failure.set('');
    const amount = euroText(fromCents);
    this.changed.set({ kind, route, amount, validFrom, validUntil: validUntil ?? '', source, sourceUrl });
    this.changedId.set(id);
  }

  protected rewrite(change: Partial<ThresholdDraft>): void {
    this.changed.update((draft) => ({ ...draft, ...change }));
  }

  protected async save(event: Event, rule: ThresholdView): Promise<void> {
    event.preventDefault();
    const { input, faults } = readThreshold(this.changed());
    if (await this.changing.send(faults, () => this.client.change(rule, input))) {
      this.changed.set(empty);
      this.changedId.set('');
      this.notices.show({ message: nl.change.done });
    }
    this.answer.reload();
  }

  protected write(change: Partial<ThresholdDraft>): void {
    this.added.update((draft) => ({ ...draft, ...change }));
    this.key = crypto.randomUUID();
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const { input, faults } = readThreshold(this.added());
    if (!(await this.adding.send(faults, () => this.client.add(input, this.key)))) return;
    this.write(empty);
    this.notices.show({ message: nl.add.done });
    this.answer.reload();
  }
}

const rulesOf =
  (rules: readonly ThresholdView[], kind: ThresholdView['kind']) =>
  (route: ThresholdView['route']): readonly ThresholdView[] =>
    rules.filter((rule) => rule.kind === kind && rule.route === route);
