import { Component, ViewEncapsulation, afterNextRender, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { roundRoles } from '@kernagenda/intake/domain/rounds';
import type { RoundSummary } from '@kernagenda/intake/domain/rounds';
import { RoundsClient, roundVillagesResource, roundWords, roundsResource } from '@kernagenda/intake/web/rounds';
import { amsterdamDay, type Page as Rows } from '@kernagenda/shared/domain';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Page } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { nl } from './nl';
import { inputOf, roundFields } from './round-form';

const order = ['running', 'to_come', 'closed'] as const;

/** Every round: what is asked now, what will be, and what was; who may begins one. */
@Component({
  selector: 'ka-rounds-page',
  imports: [Empty, Failure, FoldForm, Icon, RouterLink, Skeleton],
  templateUrl: './rounds-page.html',
  styleUrl: './rounds-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class RoundsPage {
  private readonly client = inject(RoundsClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  /** Slug of a village, from the address. */
  readonly kern = input<string>();

  protected readonly nl = nl.list;
  protected readonly form = nl.form;
  protected readonly words = roundWords;
  private readonly slug = computed(() => /^[a-z0-9-]{1,60}$/.exec(this.kern() ?? '')?.[0]);
  protected readonly answer = roundsResource(this.slug);
  private readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly page = linkedSignal<Rows<RoundSummary> | null, Rows<RoundSummary> | null>({
    source: this.loaded,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  protected readonly groups = computed(() =>
    order
      .map((state) => ({ state, rounds: (this.page()?.items ?? []).filter((round) => round.state === state) }))
      .filter(({ rounds }) => rounds.length > 0),
  );
  /** For the button alone: the API looks at each village. */
  private readonly mayMake = computed(() => roundRoles.some((role) => this.session.hasRole(role)));
  private readonly villagesAnswer = roundVillagesResource(() => this.mayMake());
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly fields = computed(() => roundFields(this.villages(), amsterdamDay(this.clock.now())));
  protected readonly initial = computed(() => {
    const [first, ...more] = this.villages();
    const startsOn = amsterdamDay(this.clock.now());
    return { ...(first && more.length === 0 && { villageIds: first.id }), channels: 'web', startsOn };
  });
  protected readonly send = ({ values, key }: Sent): Promise<RoundSummary> => this.client.make(inputOf(values), key);

  constructor() {
    inject(Page).named(nl.list.title);
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
  }

  protected async made(round: unknown): Promise<void> {
    if (isRound(round)) await this.router.navigate(['/ophaalrondes', round.id]);
  }

  protected async loadMore(cursor: string): Promise<void> {
    const next = await this.client.listAfter(cursor, this.slug()).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }
}

const isRound = (sent: unknown): sent is { readonly id: string } =>
  typeof sent === 'object' && sent !== null && 'id' in sent;
