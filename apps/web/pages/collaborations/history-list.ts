import { Component, computed, input } from '@angular/core';
import type { CollaborationView, HistoryEntry } from '@kernagenda/collaborations/domain';
import { historyTitle } from '@kernagenda/collaborations/web';
import { dateName } from '@kernagenda/shared/web';
import { nl } from './nl';

/** One moment of the time line. */
export interface Moment {
  readonly id: string;
  readonly when: string;
  /** For sorting and machines; empty for what is still ahead without a day. */
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'is-past' | 'is-wait' | 'is-next';
}

/** What happened, and what is ahead. */
@Component({
  selector: 'ka-history-list',
  template: `
    <h2>{{ nl.title }}</h2>
    <ol class="ka-time ka-after-heading">
      @for (moment of moments(); track moment.id) {
        <li [attr.class]="moment.state">
          <span class="when">{{ moment.when }}</span>
          <h3>{{ moment.title }}</h3>
          @if (moment.text) {
            <p class="ka-prewrap">{{ moment.text }}</p>
          }
        </li>
      }
    </ol>
  `,
})
export class HistoryList {
  readonly view = input.required<CollaborationView>();
  /** Moments of others to tell among these, as those of a purchase. */
  readonly more = input<readonly Moment[]>([]);
  protected readonly nl = nl.history;
  protected readonly moments = computed<readonly Moment[]>(() => {
    const { history, endsOn, phase, decidingBody } = this.view();
    const own = together(history.filter(({ kind }) => kind !== 'purchase')).map(momentOf);
    const all = [...own, ...this.more()];
    const past = all.filter(({ state }) => state === 'is-past').sort((a, b) => a.at.localeCompare(b.at));
    const ahead = all.filter(({ state }) => state !== 'is-past');
    const end: Moment[] =
      endsOn && phase !== 'closed'
        ? [
            {
              id: 'end',
              when: dateName(endsOn),
              at: endsOn,
              title: nl.history.end,
              text: decidingBody ? nl.history.byWhom(decidingBody) : '',
              state: 'is-next',
            },
          ]
        : [];
    return [...past, ...ahead, ...end];
  });
}

/** Parties that came in on one day are one moment. */
function together(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const told: HistoryEntry[] = [];
  for (const entry of history) {
    const last = told.at(-1);
    const isSame = last?.kind === 'joined' && entry.kind === 'joined' && dateName(last.at) === dateName(entry.at);
    if (isSame) told[told.length - 1] = { ...last, party: `${last.party}\n${entry.party}` };
    else told.push(entry);
  }
  return told;
}

function momentOf(entry: HistoryEntry): Moment {
  const { id, at, text } = entry;
  return { id, at, when: dateName(at), title: historyTitle(entry), text: text ?? '', state: 'is-past' };
}
