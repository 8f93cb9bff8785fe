import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { notificationTerms } from '@kernagenda/notifications/domain';
import { unreadResource } from '@kernagenda/notifications/web';
import { Icon } from '@kernagenda/shared/ui';
import { followRooms } from '@kernagenda/shared/web';
import { nl } from './nl';

/** How much is unread, live. Loaded apart, for who is signed in. */
@Component({
  selector: 'ka-bell',
  imports: [Icon, RouterLink],
  template: `
    <a class="ka-bell" routerLink="/mijn/meldingen">
      <svg kaIcon="bell"></svg>
      <span class="ka-sr">{{ name() }}</span>
      @if (unread()) {
        <b aria-hidden="true">{{ shown() }}</b>
      }
    </a>
  `,
})
export class Bell {
  private readonly answer = unreadResource();
  protected readonly unread = computed(() => (this.answer.hasValue() ? this.answer.value().unread : 0));
  protected readonly name = computed(() => nl.bell(this.unread()));
  protected readonly shown = computed(() => {
    const { unreadShown } = notificationTerms;
    return this.unread() > unreadShown ? `${unreadShown}+` : String(this.unread());
  });

  constructor() {
    const session = inject(Session);
    followRooms(
      () => {
        const person = session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        // A message that was read in its thread is no longer new here either.
        if (!change || change.kind === 'notifications' || change.kind === 'thread') this.answer.reload();
      },
    );
  }
}
