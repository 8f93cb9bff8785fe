import { Component, afterNextRender, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EventsPage as EventRows } from '@kernagenda/news/domain';
import { EventsClient, eventsResource, followNews } from '@kernagenda/news/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Page, isMissing } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import type { Values } from '../forms/form-fields';
import { NotFoundPage } from '../not-found/not-found-page';
import { eventFields, eventInputOf } from './event-form';
import { EventLines } from './event-lines';
import { eventsNl } from './events-nl';
import { momentOf } from './moment';

/** The events of a village: what comes first, and below it what was. */
@Component({
  selector: 'ka-events-page',
  imports: [Empty, EventLines, Failure, FoldForm, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './events-page.html',
})
export class EventsPage {
  private readonly client = inject(EventsClient);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  /** Slug, from the address. */
  readonly kern = input.required<string>();

  protected readonly nl = eventsNl.list;
  protected readonly crumbs = eventsNl.crumbs;
  protected readonly form = eventsNl.form;
  protected readonly answer = eventsResource(this.kern, 20);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  private readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly page = linkedSignal<EventRows | null, EventRows | null>({
    source: this.loaded,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  /** The next one first, and then what was, the last one first. */
  protected readonly coming = computed(() =>
    (this.page()?.items ?? [])
      .filter(({ endsAt }) => new Date(endsAt) > this.clock.now())
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  );
  protected readonly past = computed(() =>
    (this.page()?.items ?? []).filter(({ endsAt }) => new Date(endsAt) <= this.clock.now()),
  );
  protected readonly fields = computed(() => eventFields(momentOf(this.clock.now())));
  protected readonly initial: Values = { kind: 'evening' };
  protected readonly hold = ({ values, key }: Sent): Promise<unknown> =>
    this.client.hold(this.kern(), eventInputOf(values), key);

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    followNews(
      () => this.page(),
      () => this.answer.reload(),
    );
    effect(() => {
      const village = this.page()?.village;
      if (village) page.named(eventsNl.list.title(village.name));
    });
    afterNextRender(() => drafts.restore());
  }

  protected async held(event: unknown): Promise<void> {
    if (typeof event === 'object' && event !== null && 'id' in event)
      await this.router.navigate(['/kernen', this.kern(), 'bijeenkomsten', event.id]);
  }

  protected async loadMore(cursor: string): Promise<void> {
    const next = await this.client.listAfter(cursor, this.kern()).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }
}
