import { Component, computed, inject, input, signal } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { GroupsClient, groupMembersResource } from '@kernagenda/villages/web/groups';
import { nl } from './nl';

/** Lets a chair or secretary stop and name an ordinary member. Loaded apart, for them alone. */
@Component({
  selector: 'ka-hand-over',
  imports: [Control, ErrorSummary, Field, Icon],
  template: `
    @if (position(); as mine) {
      @if (isOpen()) {
        <form class="ka-stack ka-stack--near" novalidate (submit)="send($event, member.value)">
          <ka-error-summary [errors]="errors()" />
          <ka-field
            controlId="hand-over-person"
            [label]="nl.title[mine]"
            [hint]="others().length ? nl.hint : nl.nobody"
            [error]="fault()"
          >
            <select #member kaControl class="ka-select" name="opvolger">
              <option value="">{{ nl.none }}</option>
              @for (one of others(); track one.id) {
                <option [value]="one.id">{{ one.displayName }}</option>
              }
            </select>
          </ka-field>
          @if (failure()) {
            <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
          }
          <div class="ka-buttons">
            <button type="submit" class="ka-button ka-button--small" [attr.aria-disabled]="isBusy() || null">
              {{ nl.button }}
            </button>
            <button type="button" class="ka-button ka-button--quiet ka-button--small" (click)="isOpen.set(false)">
              {{ nl.cancel }}
            </button>
          </div>
        </form>
      } @else {
        <button type="button" class="ka-link ka-noprint" (click)="isOpen.set(true)">{{ nl.open[mine] }}</button>
      }
    }
  `,
})
export class HandOver {
  private readonly client = inject(GroupsClient);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  readonly groupId = input.required<string>();

  protected readonly nl = nl.handOver;
  private readonly answer = groupMembersResource(this.groupId);
  private readonly members = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  /** What the reader is in the group; null for who cannot hand anything over. */
  protected readonly position = computed(() => {
    const mine = this.members().find(({ id }) => id === this.session.person()?.id)?.position;
    return mine === 'chair' || mine === 'secretary' ? mine : null;
  });
  protected readonly others = computed(() => this.members().filter(({ position }) => position === 'group_member'));
  protected readonly isOpen = signal(false);
  protected readonly fault = signal('');
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);
  protected readonly errors = computed(() =>
    this.fault() ? [{ controlId: 'hand-over-person', message: this.fault() }] : [],
  );

  protected async send(event: Event, personId: string): Promise<void> {
    event.preventDefault();
    const member = this.others().find(({ id }) => id === personId);
    this.failure.set('');
    this.fault.set(member ? '' : nl.handOver.fault);
    if (!member || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.client.handOver(this.groupId(), member.id);
      this.isOpen.set(false);
      this.notices.show({ message: nl.handOver.done(member.displayName) });
    } catch (error) {
      const isDone = error instanceof ApiError && error.code === 'wrong_state';
      this.failure.set(isDone ? nl.handOver.already : nl.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}
