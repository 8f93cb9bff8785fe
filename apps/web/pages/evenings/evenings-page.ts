import { Component, afterNextRender, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { enteringRoles } from '@kernagenda/intake/domain';
import { eveningLimits } from '@kernagenda/intake/domain/evenings';
import type { EveningView } from '@kernagenda/intake/domain/evenings';
import { enteringVillagesResource } from '@kernagenda/intake/web';
import { EVENING_STORE, EveningsClient, eveningsResource } from '@kernagenda/intake/web/evenings';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Clock, Page, dateName } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, type Values, isFilled, isLong } from '../forms/form-fields';
import { NotEntering } from '../intake/not-entering';
import { nl } from './nl';

const text = (values: Values, name: string): string => (values[name] ?? '').trim();

/** The evenings of the villages one serves, and beginning another. */
@Component({
  selector: 'ka-evenings-page',
  imports: [Failure, FoldForm, NotEntering, RouterLink, Skeleton],
  templateUrl: './evenings-page.html',
})
export class EveningsPage {
  private readonly client = inject(EveningsClient);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly session = inject(Session);

  protected readonly nl = nl.list;
  protected readonly words = nl.evening;
  protected readonly dateName = dateName;
  /** For the menu alone: the API looks at each village. */
  protected readonly mayEnter = computed(() => enteringRoles.some((role) => this.session.hasRole(role)));
  protected readonly answer = eveningsResource(() => this.mayEnter());
  protected readonly villagesAnswer = enteringVillagesResource(() => this.mayEnter());
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly initial = computed<Values>(() => {
    const [first, ...more] = this.villages();
    return { ...(first && more.length === 0 && { village: first.id }), day: amsterdamDay(this.clock.now()) };
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const words = this.nl.form;
    const choices = this.villages().map(({ id: value, name: label }) => ({ value, label }));
    return [
      { name: 'village', kind: 'choice', ...words.village, choices, isFine: isFilled },
      { name: 'day', kind: 'day', ...words.day, isFine: isFilled },
      { name: 'title', kind: 'text', ...words.title, isFine: isLong(0, eveningLimits.title.max) },
    ];
  });
  protected readonly send = ({ values, key }: Sent): Promise<EveningView> =>
    this.client.begin(
      { villageId: text(values, 'village'), title: text(values, 'title'), day: text(values, 'day') },
      key,
    );

  private readonly isAwake = signal(false);
  /** What this computer has not sent yet, by evening. */
  protected readonly waiting = signal<ReadonlyMap<string, number>>(new Map());

  constructor() {
    inject(Page).named(nl.list.page);
    const drafts = inject(FormDrafts);
    const store = inject(EVENING_STORE);
    afterNextRender(() => {
      drafts.restore();
      this.isAwake.set(true);
    });
    effect(() => {
      const personId = this.session.person()?.id;
      // A browser that keeps nothing has nothing to tell.
      if (this.isAwake() && personId) void store.waiting(personId).then(this.waiting.set, () => undefined);
    });
  }

  protected async begun(answer: unknown): Promise<void> {
    await this.router.navigate(['/avond', (answer as EveningView).id]);
  }
}
