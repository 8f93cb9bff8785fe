import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PromiseWork, workLimits } from '@kernagenda/commitments/domain';
import { Clock } from '@kernagenda/shared/web';
import { duePhrase } from '../due-phrase';
import { nl as promiseWords } from '../nl';
import { nl } from './nl';

/** What a broker or official has to see to: promises to keep, points without news, villages that are silent. */
@Component({
  selector: 'ka-promise-work-list',
  imports: [RouterLink],
  template: `
    <section class="ka-waiting" aria-labelledby="toezeggingen">
      <h2 id="toezeggingen" tabindex="-1">
        {{ nl.promises.title }} <span class="ka-q-head__count ka-num">{{ work().promises.count }}</span>
      </h2>
      @if (promises().length) {
        <ul class="ka-waiting__list">
          @for (row of promises(); track row.id) {
            <li>
              <h3>
                <a [routerLink]="['/voorstellen', row.point.id]" fragment="promises">{{ row.what }}</a>
              </h3>
              <p class="ka-small ka-soft">{{ row.place }}</p>
              <p [attr.class]="row.standing === 'late' ? 'ka-small ka-wait' : 'ka-small'">{{ row.phrase }}</p>
            </li>
          }
        </ul>
        @if (work().promises.count > shown) {
          <p class="ka-small">{{ nl.promises.more(work().promises.count - shown) }}</p>
        }
      } @else {
        <p class="ka-soft">{{ nl.promises.none }}</p>
      }
    </section>
    <section class="ka-waiting" aria-labelledby="stille-punten">
      <h2 id="stille-punten">
        {{ nl.points.title }} <span class="ka-q-head__count ka-num">{{ work().silentPoints.count }}</span>
      </h2>
      @if (points().length) {
        <p class="ka-small ka-soft">{{ nl.points.lead }}</p>
        <ul class="ka-waiting__list">
          @for (row of points(); track row.id) {
            <li>
              <h3>
                <a [routerLink]="['/voorstellen', row.id]">{{ row.title }}</a>
              </h3>
              <p class="ka-small ka-soft">{{ row.place }}</p>
              <p class="ka-small ka-wait">{{ nl.points.since(row.since) }}</p>
            </li>
          }
        </ul>
        @if (work().silentPoints.count > shown) {
          <p class="ka-small">{{ nl.points.more(work().silentPoints.count - shown) }}</p>
        }
      } @else {
        <p class="ka-soft">{{ nl.points.none }}</p>
      }
    </section>
    @if (work().silentVillages.items.length) {
      <section class="ka-waiting" aria-labelledby="stille-dorpen">
        <h2 id="stille-dorpen" tabindex="-1">
          {{ nl.villages.title }} <span class="ka-q-head__count ka-num">{{ work().silentVillages.count }}</span>
        </h2>
        <p class="ka-small ka-soft">{{ nl.villages.lead }}</p>
        <ul class="ka-waiting__list">
          @for (row of work().silentVillages.items; track row.village.id) {
            <li>
              <h3>
                <a [routerLink]="['/kernen', row.village.slug]">{{ row.village.name }}</a>
              </h3>
              <p class="ka-small">{{ nl.villages.since(row.lastAt) }}</p>
            </li>
          }
        </ul>
        @if (work().silentVillages.count > shown) {
          <p class="ka-small">{{ nl.villages.more(work().silentVillages.count - shown) }}</p>
        }
      </section>
    }
  `,
})
export class PromiseWorkList {
  private readonly clock = inject(Clock);
  readonly work = input.required<PromiseWork>();
  protected readonly nl = nl;
  protected readonly shown = workLimits.rows;
  protected readonly promises = computed(() => {
    const now = this.clock.now();
    return this.work().promises.items.map((row) => ({
      ...row,
      place: nl.place(row.village.name, row.team?.name ?? promiseWords.broker),
      phrase: duePhrase(row, now),
    }));
  });
  protected readonly points = computed(() =>
    this.work().silentPoints.items.map((row) => ({
      ...row,
      place: nl.place(row.village.name, row.team?.name ?? promiseWords.broker),
    })),
  );
}
