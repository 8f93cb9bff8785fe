import { Component, booleanAttribute, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaPoint } from '@kernagenda/agendas/domain';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { listName } from '@kernagenda/shared/web';
import { nl } from './nl';
import { factsOf } from './point-facts';

/** One point on an agenda: what, who has to act since when, and how old the news is. */
@Component({
  selector: 'ka-agenda-point',
  imports: [AgendaBadge, Bloem, Icon, RouterLink],
  templateUrl: './point-line.html',
  host: { class: 'ka-point' },
})
export class PointLine {
  readonly point = input.required<AgendaPoint>();
  /** As of when its age is told: now, or when the version was frozen. */
  readonly at = input.required<Date>();
  /** Without body and right under a heading of the page, for boards. */
  readonly short = input(false, { transform: booleanAttribute });
  /** Without a link, for paper. */
  readonly paper = input(false, { transform: booleanAttribute });
  /** Says of which village it is, where an agenda has several. */
  readonly several = input(false);
  protected readonly nl = nl.point;
  protected readonly facts = computed(() => factsOf(this.point(), this.at()));
  protected readonly shared = computed(() => listName(this.point().alsoVillages.map(({ name }) => name)));
}
