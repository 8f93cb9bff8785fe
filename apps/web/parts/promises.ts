import { Component, afterNextRender, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PromisesView } from '@kernagenda/commitments/domain';
import { duePhrase, promiseWords, promisesResource, whenName } from '@kernagenda/commitments/web';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { PhotoList } from '@kernagenda/proposals/web/photo-list';
import { Failure, Icon } from '@kernagenda/shared/ui';
import { Clock, PartOutlet, dateName, followRooms } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { FormDrafts } from '../pages/forms/form-drafts';
import { nl } from './promises-nl';

/** What the town hall answered, promised and told about a point, for who may with the forms to do so. Loaded apart. */
@Component({
  selector: 'ka-promises',
  imports: [Failure, Icon, PartOutlet, PhotoList, RouterLink],
  templateUrl: './promises.html',
})
export class Promises {
  private readonly clock = inject(Clock);
  readonly point = input.required<ProposalView>();

  protected readonly nl = nl;
  protected readonly words = promiseWords;
  protected readonly dateName = dateName;
  protected readonly euros = euroName;
  private readonly id = computed(() => this.point().id);
  protected readonly answer = promisesResource(this.id);
  private readonly heard = computed(() => ({
    id: this.id(),
    view: this.answer.hasValue() ? this.answer.value() : null,
  }));
  /** The last that was heard: a failing connection takes nothing from the screen. */
  protected readonly view = linkedSignal<ReturnType<typeof this.heard>, PromisesView | null>({
    source: this.heard,
    computation: ({ id, view }, previous) => view ?? (previous?.source.id === id ? previous.value : null),
  });
  protected readonly commitments = computed(() =>
    (this.view()?.commitments ?? []).map((commitment) => ({
      ...commitment,
      by: commitment.team?.name ?? promiseWords.broker,
      phrase: duePhrase(commitment, this.clock.now()),
      look: `ka-promise__standing ka-promise__standing--${commitment.standing}`,
      history: commitment.steps.length > 1 ? commitment.steps : [],
    })),
  );
  protected readonly milestones = computed(() =>
    (this.view()?.milestones ?? []).map((milestone) => ({
      ...milestone,
      name: whenName(milestone.when),
    })),
  );
  private readonly mayAct = computed(() => {
    const view = this.view();
    return (
      !!view &&
      (view.allowedActions.length > 0 ||
        [view.commitments, view.answers, view.updates].flat().some((one) => one.allowedActions.length > 0))
    );
  });
  protected readonly hasMilestoneActs = computed(() => this.view()?.allowedActions.includes('milestone') ?? false);
  protected readonly isShown = computed(() => {
    const view = this.view();
    return (
      !!view &&
      (this.mayAct() ||
        view.story !== null ||
        [view.answers, view.feasibility, view.commitments, view.updates, view.milestones].some((all) => all.length))
    );
  });
  /** Apart once more: almost everybody only reads. */
  protected readonly actsPart = resource({
    params: () => this.mayAct() || undefined,
    loader: async () => (await import('./promise-acts')).PromiseActs,
  });
  protected readonly reload = (): void => void this.answer.reload();

  constructor() {
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
    followRooms(
      () => [`proposal:${this.id()}`],
      (change) => {
        if (!change || change.kind === 'promises' || change.kind === 'proposal') this.answer.reload();
      },
    );
  }

  protected speaker(said: {
    readonly team: { readonly name: string } | null;
    readonly part: keyof typeof promiseWords.parts;
  }): string {
    return said.team?.name ?? promiseWords.parts[said.part];
  }
}
