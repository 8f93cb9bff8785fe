import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Colleague, InboxAction, ThreadView } from '@kernagenda/conversations/domain';
import { ThreadsClient } from '@kernagenda/conversations/web/threads';
import { Session } from '@kernagenda/identity/web';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError, Notices, apiResource, dayName } from '@kernagenda/shared/web';
import type { Page } from '@kernagenda/shared/domain';
import type { TeamRef } from '@kernagenda/villages/domain';
import { nl } from './nl';

/** Who answers a thread and by when; for the side that has it, also who of them, another team, and that it is done. */
@Component({
  selector: 'ka-inbox-acts',
  imports: [Icon],
  template: `
    @if (thread().inbox; as inbox) {
      <p [attr.class]="'ka-note ka-small' + (inbox.isLate ? ' ka-note--wait' : '')">
        {{ nl.inbox.stand(inbox, dayName(inbox.dueOn)) }}
      </p>
      @if (failure()) {
        <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
      }
      @if (mayAssign() || may('reopen')) {
        <div class="ka-buttons">
          @if (mayAssign() && !inbox.isMine) {
            <button type="button" class="ka-button ka-button--second ka-button--small" (click)="take()">
              {{ nl.inbox.take }}
            </button>
          }
          <button type="button" class="ka-button ka-button--quiet ka-button--small" (click)="settle()">
            {{ may('close') ? nl.inbox.close : nl.inbox.reopen }}
          </button>
        </div>
      }
      @if (mayHandOver()) {
        <details class="ka-fold ka-inbox" (toggle)="isOpen.set(true)">
          <summary>{{ nl.inbox.fold }}</summary>
          <div class="ka-stack ka-stack--near">
            @if (mayAssign()) {
              <form (submit)="assign($event, person.value)">
                <label class="ka-label" for="inbox-person">{{ nl.inbox.assign.label }}</label>
                <select #person id="inbox-person" class="ka-select" name="wie">
                  <option value="">{{ nl.inbox.assign.nobody }}</option>
                  @for (one of colleagues(); track one.id) {
                    <option [value]="one.id" [selected]="one.isAssignee">{{ one.displayName }}</option>
                  }
                </select>
                <button type="submit" class="ka-button ka-button--second ka-button--small">
                  {{ nl.inbox.assign.button }}
                </button>
              </form>
            }
            @if (teams().length || inbox.holder.kind === 'team') {
              <form (submit)="handOver($event, team.value)">
                <label class="ka-label" for="inbox-team">{{ nl.inbox.handOver.label }}</label>
                <select #team id="inbox-team" class="ka-select" name="team">
                  @if (inbox.holder.kind === 'team') {
                    <option value="">{{ nl.inbox.handOver.brokers }}</option>
                  }
                  @for (one of teams(); track one.id) {
                    <option [value]="one.id">{{ one.name }}</option>
                  }
                </select>
                <button type="submit" class="ka-button ka-button--second ka-button--small">
                  {{ nl.inbox.handOver.button }}
                </button>
              </form>
            }
          </div>
        </details>
      }
    }
  `,
  host: { class: 'ka-stack ka-stack--near' },
})
export class InboxActs {
  private readonly client = inject(ThreadsClient);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  readonly thread = input.required<ThreadView>();
  readonly changed = output();

  protected readonly nl = nl;
  protected readonly dayName = dayName;
  protected readonly failure = signal('');
  /** What is folded away is loaded when it is first looked at. */
  protected readonly isOpen = signal(false);
  private readonly isBusy = signal(false);
  protected readonly mayAssign = computed(() => this.may('assign'));
  protected readonly mayHandOver = computed(() => this.may('hand_over'));
  private readonly colleaguesAnswer = apiResource<{ readonly items: readonly Colleague[] }>('colleagues', () =>
    this.isOpen() && this.mayAssign() ? `/threads/${encodeURIComponent(this.thread().id)}/colleagues` : undefined,
  );
  private readonly teamsAnswer = apiResource<Page<TeamRef>>('teams', () =>
    this.isOpen() && this.mayHandOver() ? '/teams?limit=100' : undefined,
  );
  protected readonly colleagues = computed(() =>
    this.colleaguesAnswer.hasValue() ? this.colleaguesAnswer.value().items : [],
  );
  /** All but the team that has it. */
  protected readonly teams = computed(() => {
    const holder = this.thread().inbox?.holder;
    const teams = this.teamsAnswer.hasValue() ? this.teamsAnswer.value().items : [];
    return teams.filter(({ name }) => holder?.kind !== 'team' || name !== holder.name);
  });

  protected may(action: InboxAction): boolean {
    return this.thread().allowedActions.includes(action);
  }

  protected async assign(event: Event, personId: string): Promise<void> {
    event.preventDefault();
    await this.attempt(() => this.client.assign(this.thread().id, personId || null), nl.inbox.assign.done);
  }

  protected async take(): Promise<void> {
    const me = this.session.person()?.id ?? null;
    await this.attempt(() => this.client.assign(this.thread().id, me), nl.inbox.taken);
  }

  protected async handOver(event: Event, teamId: string): Promise<void> {
    event.preventDefault();
    await this.attempt(() => this.client.handOver(this.thread().id, teamId || null), nl.inbox.handOver.done);
  }

  protected async settle(): Promise<void> {
    const part = this.may('close') ? 'close' : 'reopen';
    await this.attempt(
      () => this.client.settle(this.thread().id, part),
      part === 'close' ? nl.inbox.closed : nl.inbox.reopened,
    );
  }

  private async attempt(work: () => Promise<unknown>, done: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
      this.notices.show({ message: done });
      this.changed.emit();
    } catch (error) {
      this.failure.set((error instanceof ApiError && nl.inbox.failures[error.code]) || nl.inbox.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}
