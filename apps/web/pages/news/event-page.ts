import { Component, ViewEncapsulation, afterNextRender, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { type EventAction, isFull } from '@kernagenda/news/domain';
import { EventsClient, eventResource, eventWords, followNews, newsWords } from '@kernagenda/news/web';
import { proposalWords } from '@kernagenda/proposals/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Clock, Notices, Page, isMissing } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { NotFoundPage } from '../not-found/not-found-page';
import { eventFields, eventInputOf, eventValues, outcomeFields, outcomeOf } from './event-form';
import { eventsNl } from './events-nl';
import { momentOf } from './moment';

/** One event: when and where, signing up, and what came of it. */
@Component({
  selector: 'ka-event-page',
  imports: [Failure, FoldForm, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './event-page.html',
  styleUrl: './event-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class EventPage {
  private readonly client = inject(EventsClient);
  private readonly clock = inject(Clock);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  /** From the address, with the slug of the village. */
  readonly kern = input.required<string>();
  readonly id = input.required<string>();

  protected readonly nl = eventsNl.event;
  protected readonly crumbs = eventsNl.crumbs;
  protected readonly words = eventWords;
  protected readonly voices = newsWords.voices;
  protected readonly states = proposalWords.agendaStates;
  protected readonly answer = eventResource(this.id);
  protected readonly event = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** An event has one address: that of its own village. */
  protected readonly isMissing = computed(
    () => isMissing(this.answer) || (this.event() !== null && this.event()?.village.slug !== this.kern()),
  );
  protected readonly isFull = computed(() => {
    const event = this.event();
    return event !== null && isFull(event);
  });
  protected readonly isSignedIn = computed(() => !!this.session.person());
  protected readonly isBusy = signal(false);
  protected readonly fields = computed(() => eventFields(momentOf(this.clock.now())));
  protected readonly outcomeFields = outcomeFields();
  protected readonly initial = computed(() => {
    const event = this.event();
    return event ? eventValues(event) : {};
  });
  protected readonly edit = ({ values, version }: Sent): Promise<unknown> =>
    this.client.edit(this.id(), eventInputOf(values), version);
  protected readonly cancel = ({ version }: Sent): Promise<unknown> => this.client.cancel(this.id(), version);
  protected readonly enter = ({ values, key }: Sent): Promise<unknown> =>
    this.client.enterOutcome(this.id(), outcomeOf(values), key);

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    followNews(
      () => this.event(),
      () => this.answer.reload(),
    );
    effect(() => {
      const event = this.event();
      if (event) page.named(event.title);
    });
    afterNextRender(() => drafts.restore());
  }

  protected can(action: EventAction): boolean {
    return this.event()?.allowedActions.includes(action) ?? false;
  }

  protected async come(isComing: boolean): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await (isComing ? this.client.signUp(this.id()) : this.client.signOff(this.id()));
      this.notices.show({ message: isComing ? this.nl.told.signedUp : this.nl.told.signedOff });
    } catch {
      this.notices.show({ message: this.nl.failedActs });
    } finally {
      this.isBusy.set(false);
      this.answer.reload();
    }
  }
}
