import { Component, ViewEncapsulation, afterNextRender, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type RoundChannel, wallParts } from '@kernagenda/intake/domain/rounds';
import { RoundsClient, roundResource, roundVillagesResource, roundWords } from '@kernagenda/intake/web/rounds';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Failure, Icon, type IconName, Skeleton } from '@kernagenda/shared/ui';
import { Clock, Page, followRooms, isMissing } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';
import { adjustFields, inputOf, roundFields, valuesOf } from './round-form';
import { RoundWall } from './round-wall';

const icons: Readonly<Record<RoundChannel, IconName>> = {
  web: 'pencil',
  flyer: 'book',
  postcard: 'mail',
  evening: 'people',
  phone: 'phone',
};

/** One round: what is asked, how long still, how to join in, what was brought in, and what became of it. */
@Component({
  selector: 'ka-round-page',
  imports: [Failure, FoldForm, Icon, NotFoundPage, RoundWall, RouterLink, Skeleton],
  templateUrl: './round-page.html',
  styleUrl: './round-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class RoundPage {
  private readonly client = inject(RoundsClient);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  /** From the address, as is the part of the wall that is asked for. */
  readonly id = input.required<string>();
  readonly deel = input<string>();

  protected readonly nl = nl.round;
  protected readonly form = nl.form;
  protected readonly words = roundWords;
  protected readonly answer = roundResource(this.id);
  protected readonly round = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly part = computed(() => wallParts.find((part) => part === this.deel()));
  protected readonly where = computed(() => roundWords.where(this.round()?.villages ?? []));
  protected readonly ways = computed(() => {
    const round = this.round();
    const how = nl.round.how;
    if (!round) return [];
    const texts: Readonly<Record<RoundChannel, string>> = {
      ...{ web: how.web, flyer: how.flyer(round.handIn), postcard: how.postcard(round.handIn) },
      ...{ phone: how.phone(round.phone), evening: how.evening(round.evening) },
    };
    return round.channels.map((channel) => ({ channel, icon: icons[channel], text: texts[channel] }));
  });
  protected readonly isClosed = computed(() => this.round()?.state === 'closed');
  protected readonly isRunning = computed(() => this.round()?.state === 'running');
  protected readonly mayWork = computed(() => !!this.round()?.allowedActions.length);
  protected readonly readable = computed(() =>
    Object.values(this.round()?.counts.parts ?? {}).reduce((sum, count) => sum + count, 0),
  );
  /** Only who changes a round of which the villages can change asks for those to choose from. */
  private readonly villagesAnswer = roundVillagesResource(() => this.can('edit'));
  private readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : (this.round()?.villages ?? []),
  );
  protected readonly editFields = computed(() => roundFields(this.villages(), amsterdamDay(this.clock.now())));
  protected readonly adjustFields = computed(() => adjustFields(this.round()?.endsOn ?? ''));
  protected readonly initial = computed(() => {
    const round = this.round();
    return round ? valuesOf(round) : {};
  });

  protected readonly edit = ({ values, version }: Sent): Promise<unknown> =>
    this.client.edit(this.id(), inputOf(values), version);
  protected readonly adjust = ({ values, version }: Sent): Promise<unknown> =>
    this.client.adjust(
      this.id(),
      { endsOn: values['endsOn'] ?? '', explanation: (values['explanation'] ?? '').trim() },
      version,
    );
  protected readonly stop = ({ version }: Sent): Promise<unknown> => this.client.stop(this.id(), version);
  protected readonly cancel = ({ version }: Sent): Promise<unknown> => this.client.cancel(this.id(), version);

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    effect(() => {
      if (this.round()) page.named(nl.round.page(this.where()));
    });
    followRooms(
      () => (this.round() ? ['public'] : []),
      (change) => {
        const isHere =
          change && 'villageId' in change && this.round()?.villages.some(({ id }) => id === change.villageId);
        if (isHere) this.answer.reload();
      },
    );
    afterNextRender(() => drafts.restore());
  }

  protected can(action: 'edit' | 'cancel' | 'adjust' | 'stop'): boolean {
    return this.round()?.allowedActions.includes(action) ?? false;
  }

  protected async left(): Promise<void> {
    await this.router.navigate(['/ophaalrondes']);
  }
}
