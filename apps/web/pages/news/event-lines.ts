import { Component, ViewEncapsulation, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EventSummary } from '@kernagenda/news/domain';
import { eventWords } from '@kernagenda/news/web';
import { Icon } from '@kernagenda/shared/ui';

/** Events as a list: when, what, where and how many come. */
@Component({
  selector: 'ka-event-lines',
  imports: [Icon, RouterLink],
  template: `
    <ul class="ka-list ka-events">
      @for (event of events(); track event.id) {
        <li [attr.data-state]="event.state">
          <p class="ka-events__kind">{{ words.kinds[event.kind] }}</p>
          <h3>
            <a [routerLink]="['/kernen', event.village.slug, 'bijeenkomsten', event.id]">{{ event.title }}</a>
          </h3>
          <p><svg kaIcon="clock"></svg>{{ words.when(event) }}</p>
          <p><svg kaIcon="pin"></svg>{{ event.place }}</p>
          @if (event.state === 'cancelled') {
            <p class="ka-events__off"><svg kaIcon="warning"></svg>{{ words.states.cancelled }}</p>
          } @else {
            <p class="ka-small ka-soft"><svg kaIcon="people"></svg>{{ words.comers(event) }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .ka-events {
      max-width: 44rem;
      border-top: 2px solid var(--ka-ink);
    }
    .ka-events > li {
      display: grid;
      gap: 0.25rem;
      padding-block: var(--ka-space-4);
      border-bottom: 1px solid var(--ka-line);
    }
    .ka-events h3 {
      font-size: var(--ka-size-xl);
      letter-spacing: -0.02em;
      line-height: 1.2;
      overflow-wrap: anywhere;
    }
    .ka-events p {
      display: flex;
      align-items: center;
      gap: 0.45rem;
    }
    .ka-events p > .ka-icon {
      flex: none;
      color: var(--ka-river);
    }
    .ka-events .ka-events__kind {
      font-size: var(--ka-size-sm);
      font-weight: 640;
      color: var(--ka-ink-soft);
    }
    .ka-events .ka-events__off,
    .ka-events .ka-events__off > .ka-icon {
      font-weight: 640;
      color: var(--ka-brick);
    }
  `,
  encapsulation: ViewEncapsulation.None,
})
export class EventLines {
  readonly events = input.required<readonly EventSummary[]>();
  protected readonly words = eventWords;
}
