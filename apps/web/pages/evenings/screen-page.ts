import { Component, ViewEncapsulation, afterNextRender, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { bundlesOf } from '@kernagenda/intake/domain/evenings';
import { EveningBook } from '@kernagenda/intake/web/evenings';
import { proposalWords } from '@kernagenda/proposals/web';
import { Skeleton } from '@kernagenda/shared/ui';
import { Page } from '@kernagenda/shared/web';
import { nl } from './nl';

const shownDots = 12;

/** What the hall sees: the groups beside each other, the heaviest wish first. No address, and nothing to press. */
@Component({
  selector: 'ka-screen-page',
  imports: [RouterLink, Skeleton],
  templateUrl: './screen-page.html',
  styleUrl: './screen-page.css',
  encapsulation: ViewEncapsulation.None,
  providers: [EveningBook],
})
export class ScreenPage {
  protected readonly book = inject(EveningBook);
  readonly id = input.required<string>();

  protected readonly nl = nl.screen;
  protected readonly words = nl.evening;
  protected readonly groups = computed(() => {
    const wishes = bundlesOf(this.book.notes().map(({ note }) => note)).map(({ main, others }) => {
      const dots = [main, ...others].reduce((sum, note) => sum + note.dots, 0);
      return {
        id: main.id,
        text: main.text,
        group: main.group,
        theme: main.theme ? proposalWords.themes[main.theme] : '',
        times: others.length + 1,
        dots,
        drawn: Array.from({ length: Math.min(dots, shownDots) }, (_, index) => index),
        isMore: dots > shownDots,
      };
    });
    const names = [...new Set(wishes.map(({ group }) => group))].sort(
      (one, other) => Number(one === '') - Number(other === '') || one.localeCompare(other, 'nl'),
    );
    return names.map((name) => ({
      name,
      title: name || (names.length > 1 ? this.nl.loose : ''),
      // Sorting is stable: of the same weight, the newest is first.
      wishes: wishes
        .filter(({ group }) => group === name)
        .reverse()
        .sort((one, other) => other.dots - one.dots),
    }));
  });

  constructor() {
    const page = inject(Page);
    page.named(nl.list.page);
    afterNextRender(() => void this.book.open(this.id()));
    effect(() => {
      const evening = this.book.evening();
      if (evening) page.named(this.words.name(evening.village.name, evening.title));
    });
  }
}
