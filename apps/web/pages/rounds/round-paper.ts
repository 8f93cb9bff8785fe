import { computed, effect, inject } from '@angular/core';
import { roundResource, roundWords } from '@kernagenda/intake/web/rounds';
import { Page, isMissing } from '@kernagenda/shared/web';
import { paperNl } from './paper-nl';

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
    code: computed(() => `/api/v1/intake-rounds/${encodeURIComponent(id())}/code`),
    pdf: computed(() => `/api/v1/intake-rounds/${encodeURIComponent(id())}/${paper}.pdf`),
    /** Short enough to type: the list, where what runs stands first. */
    listUrl: computed(() => (round()?.url ?? '').replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')),
  };
}
