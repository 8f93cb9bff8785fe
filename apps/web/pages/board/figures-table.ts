import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SumBar, type SumPart } from '@kernagenda/shared/ui';

/** A column of counts, which is a part of the bar too. */
export interface FigureColumn {
  readonly name: string;
  readonly tone: SumPart['tone'];
}

/** A row of counts in the order of the columns. */
export interface FigureLine {
  readonly name: string;
  /** Where its count can be read point by point; null where there is no such page. */
  readonly link: { readonly path: readonly string[]; readonly query: Readonly<Record<string, string>> } | null;
  readonly counts: readonly number[];
}

/** Counts as a table of which each row is a bar too. */
@Component({
  selector: 'ka-figures-table',
  imports: [RouterLink, SumBar],
  styleUrl: './figures-table.css',
  encapsulation: ViewEncapsulation.None,
  template: `
    <table class="ka-table ka-figures">
      <caption>
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ head() }}</th>
          @for (column of columns(); track column.name) {
            <th scope="col" class="n">
              {{ column.name }}
              <svg kaSumBar class="ka-figures__key" [parts]="[{ tone: column.tone, count: 1 }]"></svg>
            </th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of drawn(); track row.name) {
          <tr>
            <th scope="row">
              @if (row.link; as link) {
                <a [routerLink]="link.path" [queryParams]="link.query">{{ row.name }}</a>
              } @else {
                {{ row.name }}
              }
              <svg kaSumBar [parts]="row.parts" [of]="most()"></svg>
            </th>
            @for (count of row.counts; track $index) {
              <td class="n">{{ count }}</td>
            }
          </tr>
        }
      </tbody>
      @if (total(); as sum) {
        <tfoot>
          <tr>
            <th scope="row">{{ totalName() }}</th>
            @for (count of sum; track $index) {
              <td class="n">{{ count }}</td>
            }
          </tr>
        </tfoot>
      }
    </table>
  `,
})
export class FiguresTable {
  readonly caption = input.required<string>();
  readonly head = input.required<string>();
  readonly columns = input.required<readonly FigureColumn[]>();
  readonly rows = input.required<readonly FigureLine[]>();
  /** The count of which the bar is as long as its place. */
  readonly most = input.required<number>();
  readonly total = input<readonly number[]>();
  readonly totalName = input('');

  protected readonly drawn = computed(() =>
    this.rows().map((row) => ({
      ...row,
      parts: this.columns().map(({ tone }, index) => ({ tone, count: row.counts[index] ?? 0 })),
    })),
  );
}
