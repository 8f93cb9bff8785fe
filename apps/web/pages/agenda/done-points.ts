import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaPoint } from '@kernagenda/agendas/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { SignDrawing } from '@kernagenda/shared/ui';
import { doneOf } from './groups';
import { nl } from './nl';

/** What was done, in short: title, theme and year, the newest first. */
@Component({
  selector: 'ka-done-points',
  imports: [RouterLink, SignDrawing],
  template: `
    <ul class="ka-done ka-done--cols">
      @for (row of done(); track row.point.id) {
        <li>
          <svg kaSign="done"></svg>
          <span>
            <a [routerLink]="['/voorstellen', row.point.id]">{{ row.point.title }}</a>
            <em>{{ themeNames[row.point.theme] }}</em>
          </span>
          <span class="ka-year">{{ row.year ?? nl.yearUnknown }}</span>
        </li>
      }
    </ul>
  `,
})
export class DonePoints {
  /** The others are left out. */
  readonly points = input.required<readonly AgendaPoint[]>();
  protected readonly nl = nl;
  protected readonly themeNames = proposalWords.themes;
  protected readonly done = computed(() => doneOf(this.points()));
}
