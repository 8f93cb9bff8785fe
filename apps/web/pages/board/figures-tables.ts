import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Figured } from '@kernagenda/commitments/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { SumBar, type SumPart } from '@kernagenda/shared/ui';
import { nl } from './nl';

/** A column of counts, which is a part of each bar too. */
export interface FigureColumn<Figure extends string> {
  readonly figure: Figure;
  readonly name: string;
  readonly tone: SumPart['tone'];
}

type Counts<Figure extends string> = Readonly<Record<Figure, number>>;
interface Link {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}
interface Row<Figure extends string> {
  readonly name: string;
  /** Where its count can be read point by point; null where there is no such page. */
  readonly link: Link | null;
  readonly figures: Counts<Figure>;
}

/** Figures per village and per theme, as tables of which each row is a bar too; all bars have one measure. */
@Component({
  selector: 'ka-figures-tables',
  imports: [RouterLink, SumBar],
  templateUrl: './figures-tables.html',
  styleUrl: './figures-tables.css',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'ka-figures-tables' },
})
export class FiguresTables<Figure extends string> {
  readonly columns = input.required<readonly FigureColumn<Figure>[]>();
  readonly figured = input.required<Figured<Counts<Figure>>>();
  /** Where a village can be read point by point, by its slug. */
  readonly linkTo = input.required<(slug: string) => Link>();

  protected readonly nl = nl.tables;
  protected readonly tables = computed(() => {
    const { total, villages, themes } = this.figured();
    const places = villages.map(({ village, figures }) => {
      return { name: village.name, link: this.linkTo()(village.slug), figures };
    });
    const subjects = themes.map(({ theme, figures }) => {
      return { name: proposalWords.themes[theme], link: null, figures };
    });
    // The villages have no sum: what several share counts in each of them.
    return [
      { caption: nl.tables.villages, head: nl.tables.village, rows: places.map(this.drawn), total: null },
      { caption: nl.tables.themes, head: nl.tables.theme, rows: subjects.map(this.drawn), total: this.counts(total) },
    ];
  });
  /** The count of the longest bar. */
  protected readonly most = computed(() =>
    Math.max(
      1,
      ...this.tables().flatMap(({ rows }) => rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))),
    ),
  );

  private counts(figures: Counts<Figure>): readonly number[] {
    return this.columns().map(({ figure }) => figures[figure]);
  }

  private readonly drawn = ({ name, link, figures }: Row<Figure>) => ({
    name,
    link,
    counts: this.counts(figures),
    parts: this.columns().map(({ tone, figure }) => ({ tone, count: figures[figure] })),
  });
}
