import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, signal } from '@angular/core';
import {
  type AssignInput,
  type CommentAction,
  type CommentView,
  type HelperContact,
  commentLimits,
} from '@kernagenda/conversations/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import type { Page } from '@kernagenda/shared/domain';
import { ApiError, Clock, Notices, apiResource } from '@kernagenda/shared/web';
import type { TeamRef } from '@kernagenda/villages/domain';
import { nl } from './acts-nl';
import { ConversationsClient } from './conversations-client';
import { nl as talkNl } from './nl';
import { TalkDrafts } from './talk-drafts';

type FormName = 'answer' | 'assign' | 'hide';
const isForm = (name: CommentAction): name is FormName => name in nl.forms;

/** A button for every action the API allows on a comment, and a form for those that ask for words. */
@Component({
  selector: 'ka-comment-acts',
  imports: [Control, ErrorSummary, Field, Icon],
  templateUrl: './comment-acts.html',
  host: { '(keydown.escape)': 'close()' },
})
export class CommentActs {
  private readonly client = inject(ConversationsClient);
  private readonly drafts = inject(TalkDrafts);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly comment = input.required<CommentView>();
  readonly village = input.required<string>();
  /** Loads the talk again. An input, because a component that is loaded later has no outputs to bind. */
  readonly reload = input.required<() => void>();

  protected readonly nl = nl;
  protected readonly acts = computed(() =>
    this.comment().allowedActions.map((name) => ({ name, label: nl.buttons[name], isForm: isForm(name) })),
  );
  protected readonly form = signal<FormName | null>(null);
  protected readonly text = computed(() => this.drafts.of(this.draftName()));
  /** What was chosen: group, broker, or the id of a team. */
  protected readonly owner = signal<string | null>(null);
  protected readonly teamsAnswer = apiResource<Page<TeamRef>>('teams', () =>
    this.form() === 'assign' ? '/teams?limit=100' : undefined,
  );
  protected readonly owners = computed(() => {
    const teams = this.teamsAnswer.hasValue() ? this.teamsAnswer.value().items : [];
    const name = (owner: 'group' | 'broker' | 'team', team: TeamRef | null = null): string =>
      talkNl.ownerOf({ owner, team }, this.village());
    return [
      { value: 'broker', name: name('broker') },
      { value: 'group', name: name('group') },
      ...teams.map((team) => ({ value: team.id, name: name('team', team) })),
    ];
  });
  protected readonly chosenOwner = computed(() => {
    const question = this.comment().question;
    return this.owner() ?? question?.team?.id ?? question?.owner ?? 'broker';
  });
  protected readonly dueOn = signal<string | null>(null);
  protected readonly today = computed(() => amsterdamDay(this.clock.now()));
  protected readonly fault = signal('');
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);
  protected readonly contact = signal<HelperContact | null>(null);
  protected readonly fieldId = computed(() => `act-${this.comment().id}`);
  protected readonly errors = computed(() =>
    this.fault() ? [{ controlId: this.fieldId(), message: this.fault() }] : [],
  );

  protected press(name: CommentAction): void {
    if (!isForm(name)) void this.perform(name, () => this.click(name));
    else if (this.form() === name) this.close();
    else {
      this.fault.set('');
      this.form.set(name);
      this.focusAfterRender(`[id="${this.fieldId()}"]`);
    }
  }

  /** Back to the button that opened it; what was typed is there when it opens again. */
  protected close(): void {
    const form = this.form();
    if (!form) return;
    this.form.set(null);
    this.focusAfterRender(`[data-act="${form}"]`);
  }

  protected write(text: string): void {
    this.drafts.write(this.draftName(), text);
  }

  protected async send(event: Event, form: FormName): Promise<void> {
    event.preventDefault();
    this.fault.set(form === 'assign' ? this.dayFault() : this.textFault(form));
    if (this.fault()) return;
    const text = this.text().trim();
    const input = form === 'assign' ? this.assigned() : form === 'hide' ? { reason: text } : { body: text };
    await this.perform(form, async () => {
      await this.client.act(this.comment().id, form, input);
      this.drafts.forget(this.draftName());
      this.form.set(null);
    });
  }

  private assigned(): AssignInput {
    const dueOn = this.dueOn() ?? this.comment().question?.dueOn ?? '';
    const owner = this.chosenOwner();
    return owner === 'group' || owner === 'broker'
      ? { owner, teamId: null, dueOn }
      : { owner: 'team', teamId: owner, dueOn };
  }

  private dayFault(): string {
    const { dueOn } = this.assigned();
    return /^\d{4}-\d\d-\d\d$/.test(dueOn) && dueOn >= this.today() ? '' : nl.dueFault;
  }

  private textFault(form: 'answer' | 'hide'): string {
    const { length } = this.text().trim();
    const { min, max } = form === 'hide' ? commentLimits.reason : commentLimits.body;
    if (length < min) return nl.short(min);
    return length > max ? nl.long(max) : '';
  }

  private async click(name: Exclude<CommentAction, FormName>): Promise<void> {
    const { id } = this.comment();
    if (name === 'see_contact') this.contact.set(await this.client.findContact(id));
    else if (name === 'delete') await this.client.delete(id);
    else await this.client.act(id, name);
  }

  private async perform(name: CommentAction, work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
      if (nl.done[name]) this.notices.show({ message: nl.done[name] });
      if (name !== 'see_contact') this.finish();
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      this.failure.set(nl.failures[code] ?? nl.failed);
      if (code === 'wrong_state' || code === 'not_found') this.reload()();
    } finally {
      this.isBusy.set(false);
    }
  }

  // The button that was pressed may be about to go; the title of the talk stays.
  private finish(): void {
    this.reload()();
    const title = this.host.nativeElement.ownerDocument.getElementById('talk');
    title?.setAttribute('tabindex', '-1');
    title?.focus();
  }

  private draftName(): string {
    return `${this.comment().id} ${this.form() ?? ''}`;
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
