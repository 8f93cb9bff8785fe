import { Component, ViewEncapsulation, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PointStanding } from '@kernagenda/board/domain';
import { boardResource } from '@kernagenda/board/web';
import type { Figured, Figures } from '@kernagenda/commitments/domain';
import { promiseWords } from '@kernagenda/commitments/web';
import { Session } from '@kernagenda/identity/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Page, dateName, listName } from '@kernagenda/shared/web';
import { amountName, euroName } from '@kernagenda/shared/web/money';
import { Municipality, villagesResource } from '@kernagenda/villages/web';
import { FiguresTables } from './figures-tables';
import { nl } from './nl';

const promiseTones = { keptInTime: 'done', keptLate: 'rest', late: 'late', open: 'motion' } as const;
const promiseNames = ['keptInTime', 'keptLate', 'late', 'open'] as const satisfies readonly (keyof Figures)[];
const pointTones = { done: 'done', moving: 'motion', paused: 'rest', still: 'talk' } as const;
const pointNames = ['done', 'moving', 'paused', 'still'] as const satisfies readonly PointStanding[];
/** So many villages are named where most is without news, and who equals the last of them, as long as the list is short. */
const named = { villages: 3, most: 5 };

/** How the municipality stands, for alderman and council and everyone: each chart is a table, each number a link away. */
@Component({
  selector: 'ka-board-page',
  imports: [Failure, FiguresTables, RouterLink, Skeleton],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class BoardPage {
  private readonly municipality = inject(Municipality);
  protected readonly nl = nl;
  protected readonly dateName = dateName;
  protected readonly answer = boardResource();
  private readonly villagesAnswer = villagesResource();
  protected readonly isDemo = inject(Session).isDemo;
  protected readonly place = computed(() => this.municipality.view()?.name ?? '');
  protected readonly board = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly hasEnded = computed(() => {
    const total = this.board()?.promises.total;
    return !!total && total.keptInTime + total.keptLate + total.late > 0;
  });
  protected readonly money = computed(() => euroName(Math.abs(this.board()?.savings.netCents ?? 0)));
  protected readonly purchases = computed(() =>
    (this.board()?.savings.purchases ?? []).map((purchase) => ({
      ...purchase,
      names: listName(purchase.villages.map(({ name }) => name)),
      net: amountName(purchase.netCents),
      look: purchase.netCents < 0 ? 'n is-loss' : 'n is-gain',
    })),
  );
  protected readonly netAmount = computed(() => amountName(this.board()?.savings.netCents ?? 0));

  protected readonly promiseColumns = promiseNames.map((figure) => ({
    figure,
    name: promiseWords.figures[figure],
    tone: promiseTones[figure],
  }));
  protected readonly pointColumns = pointNames.map((figure) => ({
    figure,
    name: nl.points.columns[figure],
    tone: pointTones[figure],
  }));
  protected readonly toPromises = (kern: string) => ({ path: ['/toezeggingen'], query: { kern } });
  protected readonly toAgenda = (slug: string) => ({ path: ['/kernen', slug, 'agenda'], query: {} });
  /** Null where nothing was counted. */
  protected readonly promises = computed(() => counted(this.board()?.promises));
  protected readonly points = computed(() => counted(this.board()?.points));
  /** The villages with most points without news; empty where there are none. */
  protected readonly stillest = computed(() => {
    const villages = [...(this.board()?.points.villages ?? [])]
      .filter(({ figures }) => figures.still > 0)
      .sort((one, other) => other.figures.still - one.figures.still);
    const least = villages[named.villages - 1]?.figures.still ?? 1;
    const equals = villages.filter(({ figures }) => figures.still >= least);
    const shown = equals.length <= named.most ? equals : villages.filter(({ figures }) => figures.still > least);
    return shown.map(({ village, figures }) => nl.points.still(village.name, figures.still));
  });

  constructor() {
    inject(Page).named(nl.title);
  }
}

const counted = <Of>(figured: Figured<Of> | undefined): Figured<Of> | null =>
  figured && figured.villages.length > 0 ? figured : null;
