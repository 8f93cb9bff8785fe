import {
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import type { ReasonsInput } from '@kernagenda/moderation/domain';
import { ModerationClient, ReasonsDrafts, ReasonsForm, sentencesOf } from '@kernagenda/moderation/web';
import { type ProposalView, proposalLimits } from '@kernagenda/proposals/domain';
import { ProposalsClient, openPointsResource } from '@kernagenda/proposals/web';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { daysAfter } from '@kernagenda/shared/domain';
import { Failure, Icon } from '@kernagenda/shared/ui';
import { ApiError, Clock, Notices } from '@kernagenda/shared/web';
import { ProposalDraft } from '../new-proposal/proposal-draft';
import { nl } from './actions-nl';
import { type ActDraft, type Faults, type OwnForm, brokerOwns, emptyDraft, faultsOf } from './act-draft';
import { PlanFields } from './plan-fields';
import { OwnText } from './own-text';

type ActName = keyof typeof nl.buttons;
type FormName = OwnForm | 'hide';

const actNames = Object.keys(nl.buttons) as ActName[];
const forms: readonly string[] = [
  'plan',
  'unplan',
  'finish',
  'hold',
  'mark_not_feasible',
  'merge',
  'reconsider',
  'hide',
  'withdraw',
  'delete',
] satisfies FormName[];
const isForm = (name: ActName): name is FormName => forms.includes(name);

/** A button for every action that the API allows here, and a form for those that ask for more than a click. */
@Component({
  selector: 'ka-point-actions',
  imports: [Control, ErrorSummary, Failure, Field, Icon, OwnText, PlanFields, ReasonsForm],
  templateUrl: './point-actions.html',
  host: { '(keydown.escape)': 'close()' },
})
export class PointActions {
  private readonly proposals = inject(ProposalsClient);
  private readonly moderation = inject(ModerationClient);
  private readonly reasons = inject(ReasonsDrafts);
  private readonly ownDraft = inject(ProposalDraft);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly point = input.required<ProposalView>();
  /** Loads the point again. An input, because a component that is loaded later has no outputs to bind. */
  readonly reload = input.required<() => void>();

  protected readonly nl = nl;
  protected readonly limits = proposalLimits;
  private readonly id = computed(() => this.point().id);
  protected readonly acts = computed(() => {
    const allowed: readonly string[] = this.point().allowedActions;
    return actNames
      .filter((name) => allowed.includes(name))
      .map((name) => ({ name, label: nl.buttons[name], isForm: isForm(name) }));
  });

  /** The form that is open; it stays when its action is no longer allowed, because words stand in it. */
  protected readonly form = linkedSignal<string, FormName | null>({ source: this.id, computation: () => null });
  protected readonly ownForm = computed(() => {
    const form = this.form();
    return form === 'hide' ? null : form;
  });
  /** What was typed, by form: closing one throws nothing away. */
  private readonly drafts = linkedSignal<string, Partial<Record<OwnForm, ActDraft>>>({
    source: this.id,
    computation: () => ({}),
  });
  protected readonly draft = computed(() => {
    const form = this.ownForm();
    return (form && this.drafts()[form]) ?? emptyDraft;
  });
  protected readonly faults = linkedSignal<FormName | null, Faults>({ source: this.form, computation: () => ({}) });
  protected readonly errors = computed(() =>
    Object.entries(this.faults()).map(([name, message]) => ({ controlId: `act-${name}`, message })),
  );
  protected readonly failure = linkedSignal<FormName | null, string>({ source: this.form, computation: () => '' });
  protected readonly isBusy = signal(false);

  protected readonly tomorrow = computed(() => daysAfter(this.clock.now(), 1));
  protected readonly sentences = computed(() => sentencesOf(this.point()));
  protected readonly targetsAnswer = openPointsResource(() =>
    this.form() === 'merge' ? this.point().village.slug : undefined,
  );
  protected readonly targets = computed(() => {
    if (!this.targetsAnswer.hasValue()) return [];
    const { id, village } = this.point();
    return this.targetsAnswer.value().filter((other) => other.id !== id && other.village.id === village.id);
  });

  protected press(name: ActName): void {
    if (!isForm(name)) void this.perform(name, () => this.click(name));
    else if (this.form() === name) this.close();
    else this.open(name);
  }

  /** Back to the button that opened it; what was typed is there when it opens again. */
  protected close(): void {
    const form = this.form();
    if (!form) return;
    this.form.set(null);
    this.focusAfterRender(`[data-act="${form}"]`);
  }

  protected write(change: Partial<ActDraft>): void {
    const form = this.ownForm();
    if (form) this.drafts.update((drafts) => ({ ...drafts, [form]: { ...this.draft(), ...change } }));
  }

  protected async send(event: Event, form: OwnForm): Promise<void> {
    event.preventDefault();
    const { targetId, ...texts } = this.draft();
    const draft = { ...texts, targetId: this.targets().some(({ id }) => id === targetId) ? targetId : '' };
    this.faults.set(faultsOf(form, draft, this.clock.now()));
    if (this.errors().length) return;
    const [reason, alternative] = [draft.reason.trim(), draft.alternative.trim()];
    const { id, version } = this.point();
    const send = {
      plan: () =>
        this.proposals.act(id, 'plan', {
          teamId: draft.owner === brokerOwns ? null : draft.owner,
          byResidents: draft.byResidents,
          executor: draft.executor.trim() || null,
          dueOn: draft.dueOn,
        }),
      unplan: () => this.proposals.act(id, 'unplan', { reason }),
      finish: () => this.proposals.act(id, 'finish', { evidence: { text: draft.evidence.trim() } }),
      hold: () => this.proposals.act(id, 'hold', { reason, reviewOn: draft.reviewOn }),
      mark_not_feasible: () => this.proposals.act(id, 'mark_not_feasible', { reason, alternative }),
      merge: () => this.proposals.act(id, 'merge', { targetId: draft.targetId }),
      reconsider: () => this.moderation.decide({ proposalId: id, version }, 'reconsider', { reason }),
      withdraw: () => this.proposals.act(id, 'withdraw'),
      delete: () => this.delete(id),
    }[form];
    await this.perform(form, send);
  }

  protected async hide(reasons: ReasonsInput): Promise<void> {
    const { id, version } = this.point();
    await this.perform('hide', async () => {
      await this.moderation.decide({ proposalId: id, version }, 'hide', reasons);
      this.reasons.forget(id);
    });
  }

  private open(form: FormName): void {
    if (form === 'hide') this.reasons.restore();
    this.form.set(form);
    this.focusAfterRender(form === 'hide' ? '#reasons-title' : '#act-title');
  }

  private async click(name: Exclude<ActName, FormName>): Promise<unknown> {
    const { id, version } = this.point();
    if (name === 'show_again') return this.moderation.decide({ proposalId: id, version }, name);
    return this.proposals.act(id, name);
  }

  private async delete(id: string): Promise<void> {
    await this.proposals.delete(id);
    this.ownDraft.forget(id);
    await this.router.navigate(['/mijn']);
  }

  private async perform(name: ActName, work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy()) return;
    const id = this.id();
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
      this.notices.show({ message: nl.done[name] });
      if (name !== 'delete') this.finish(id);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      this.failure.set(nl.failures[code] ?? nl.failed);
      if (['stale_version', 'wrong_state', 'edited_since_decision'].includes(code)) this.reload()();
    } finally {
      this.isBusy.set(false);
    }
  }

  // The button that was pressed is about to go; the title above the new state takes the focus.
  private finish(id: string): void {
    if (id !== this.id()) return;
    this.drafts.set({});
    this.form.set(null);
    this.reload()();
    this.document.querySelector<HTMLElement>('h1')?.focus();
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
