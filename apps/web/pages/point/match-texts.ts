import { Component, computed, input } from '@angular/core';
import type { SimilarView } from '@kernagenda/matching/domain';
import { sentenceWith } from '@kernagenda/matching/domain/marks';
import { Marked } from '@kernagenda/matching/web/marked';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { apiResource } from '@kernagenda/shared/web';
import { nl } from './nl';

/** Two points that resemble each other: of both the title and the sentence that hold the shared words, marked. */
@Component({
  selector: 'ka-match-texts',
  imports: [Marked],
  template: `
    @if (sides().length) {
      <dl class="ka-match__texts" aria-live="polite">
        @for (side of sides(); track side.village) {
          <div>
            <dt>{{ side.village }}</dt>
            <dd>
              <ka-marked [text]="side.title" [words]="side.words" />
              @if (side.sentence) {
                <ka-marked class="ka-soft" [text]="side.sentence" [words]="side.words" />
              }
            </dd>
          </div>
        }
      </dl>
    } @else if (answer.error()) {
      <p role="alert">{{ nl.failed }}</p>
    }
  `,
})
export class MatchTexts {
  readonly here = input.required<ProposalView>();
  readonly match = input.required<SimilarView>();
  protected readonly answer = apiResource<ProposalView>(
    'other-point',
    () => `/proposals/${encodeURIComponent(this.match().proposalId)}`,
  );
  protected readonly nl = nl.compare;
  protected readonly sides = computed(() => {
    if (!this.answer.hasValue()) return [];
    const { evidence } = this.match();
    return [
      sideOf(
        this.here(),
        evidence.map(({ inThis }) => inThis),
      ),
      sideOf(
        this.answer.value(),
        evidence.map(({ inOther }) => inOther),
      ),
    ];
  });
}

const sideOf = ({ title, body, village }: ProposalView, words: readonly string[]) => ({
  village: village.name,
  title,
  sentence: sentenceWith(body, words),
  words,
});
