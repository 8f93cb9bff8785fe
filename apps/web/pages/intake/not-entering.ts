import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { nl } from './nl';

/** What stands on a page of group and broker for anybody else: signing in, or a wish of one's own. */
@Component({
  selector: 'ka-not-entering',
  imports: [RouterLink],
  template: `
    @if (session.person()) {
      <div class="ka-stack">
        <h2>{{ nl.notForYou.title }}</h2>
        <p>{{ nl.notForYou.text }}</p>
        <p>
          <a class="ka-button" routerLink="/voorstel/nieuw">{{ nl.notForYou.button }}</a>
        </p>
      </div>
    } @else if (session.isKnown()) {
      <div class="ka-stack">
        <p>{{ why() }}</p>
        <p>
          <a class="ka-button" routerLink="/inloggen" [queryParams]="{ terug: back() }">{{ nl.signIn }}</a>
        </p>
      </div>
    }
  `,
})
export class NotEntering {
  protected readonly session = inject(Session);
  protected readonly nl = nl.notEntering;
  /** What one signs in for. */
  readonly why = input.required<string>();
  /** The page to come back to. */
  readonly back = input.required<string>();
}
