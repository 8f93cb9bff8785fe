import { computed, effect, inject } from '@angular/core';
import { roundResource, roundWords } from '@kernagenda/intake/web/rounds';
import { Page, isMissing } from '@kernagenda/shared/web';
import { paperNl } from './paper-nl';

/** From so many characters on the question does not fit in the largest letters, nor in those below. */
const [long, longest] = [40, 75];

/** What poster and cards have in common: the round, its code, and the words for them. */
export function roundPaper(id: () => string, paper: 'poster' | 'cards') {
  const answer = roundResource(id);
  const round = computed(() => (answer.hasValue() ? answer.value() : null));
  const where = computed(() => roundWords.where(round()?.villages ?? []));
  const page = inject(Page);
  effect(() => {
    if (round()) page.named(paperNl[paper](where()));
  });
  return {
    ...{ answer, round, where },
    isMissing: computed(() => isMissing(answer)),
    /** How long the question is, by which it gets smaller; null when it is as large as can be. */
    long: computed(() => {
      const length = round()?.question.length ?? 0;
      return length > longest ? '2' : length > long ? '1' : null;
    }),
    code: computed(() => `/api/v1/intake-rounds/${encodeURIComponent(id())}/code`),
    pdf: computed(() => `/api/v1/intake-rounds/${encodeURIComponent(id())}/${paper}.pdf`),
    /** Short enough to type: the list, where what runs stands first. */
    listUrl: computed(() => (round()?.url ?? '').replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')),
  };
}
