import { DOCUMENT, Component, computed, inject, input, resource, signal, effect } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SimilarInput, SimilarView } from '@kernagenda/matching/domain';
import { MatchingClient } from '@kernagenda/matching/web';
import { Because, withReasons } from '@kernagenda/matching/web/because';
import { Marked } from '@kernagenda/matching/web/marked';
import { closedAgendaStates, proposalLimits } from '@kernagenda/proposals/domain';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { nl } from './nl';

const pauseMs = 500;

/** While somebody types: what resembles it in the own village and in others, each with one line why. */
@Component({
  selector: 'ka-similar-points',
  imports: [AgendaBadge, Because, Bloem, Marked, RouterLink],
  template: `
    <p class="ka-sr" role="status">{{ found() }}</p>
    <div class="ka-head ka-head--tight">
      <h2>{{ nl.title }}</h2>
      <span class="ka-small ka-soft">{{ nl.note }}</span>
    </div>
    @if (isEmpty()) {
      <p class="ka-soft ka-small">{{ isAsking() ? nl.nothing : nl.waiting }}</p>
    }
    @for (group of groups(); track group.title) {
      <h3 [attr.class]="group.isElsewhere ? 'ka-like-head ka-like-head--samen' : 'ka-like-head'">
        @if (group.isElsewhere) {
          <svg kaBloem></svg>
        }
        {{ group.title }}
      </h3>
      <ul class="ka-like">
        @for (match of group.matches; track match.proposalId) {
          <li>
            <h4>
              @if (group.isElsewhere) {
                {{ match.village.name }}:
              }
              <ka-marked [text]="match.title" [words]="match.words" />
            </h4>
            <p class="ka-soft" [kaBecause]="match.reasons"></p>
            <div class="ka-buttons">
              <ka-agenda-badge [state]="match.agendaState" />
              <a
                class="ka-button ka-button--quiet ka-button--small"
                [routerLink]="['/voorstellen', match.proposalId]"
                >{{ group.isElsewhere || isClosed(match) ? nl.look : nl.support }}</a
              >
            </div>
          </li>
        }
      </ul>
    }
  `,
  host: { class: 'ka-new__like', role: 'region', '[attr.aria-label]': 'nl.title' },
})
export class SimilarPoints {
  private readonly matching = inject(MatchingClient);
  readonly villageId = input.required<string>();
  readonly villageName = input.required<string>();
  readonly title = input.required<string>();
  readonly body = input.required<string>();

  protected readonly nl = nl.like;
  private readonly asked = signal<SimilarInput | undefined>(undefined);
  private readonly answer = resource({
    params: () => this.asked(),
    loader: ({ params }) => this.matching.similar(params),
  });
  protected readonly isAsking = computed(() => !!this.asked() && this.answer.hasValue());
  protected readonly groups = computed(() => {
    if (!this.answer.hasValue()) return [];
    const { inVillage, elsewhere } = this.answer.value();
    return [
      { title: nl.like.inVillage(this.villageName()), isElsewhere: false, matches: inVillage },
      { title: nl.like.elsewhere, isElsewhere: true, matches: elsewhere },
    ]
      .map((group) => ({ ...group, matches: group.matches.map(withReasons).map(withWords) }))
      .filter(({ matches }) => matches.length > 0);
  });
  protected readonly isEmpty = computed(() => this.groups().length === 0);
  protected readonly found = computed(() =>
    this.isAsking() ? nl.like.found(this.groups().reduce((sum, { matches }) => sum + matches.length, 0)) : '',
  );

  /** Nobody has to act on it any more, so it takes no support either. */
  protected isClosed({ agendaState }: SimilarView): boolean {
    return closedAgendaStates.some((state) => state === agendaState);
  }

  constructor() {
    // Only where somebody types: the server would ask for a text nobody has finished.
    if (!inject(DOCUMENT).defaultView) return;
    effect((onCleanup) => {
      const [villageId, title, body] = [this.villageId(), this.title().trim(), this.body()];
      const isLongEnough = !!villageId && title.length >= proposalLimits.title.min;
      const timer = setTimeout(() => this.asked.set(isLongEnough ? { villageId, title, body } : undefined), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}

/** The words of its own text that are shared. */
const withWords = <Match extends SimilarView>(match: Match): Match & { readonly words: readonly string[] } => ({
  ...match,
  words: match.evidence.map(({ inOther }) => inOther),
});
