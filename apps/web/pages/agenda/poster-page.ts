import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { agendaResource } from '@kernagenda/agendas/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Page, isMissing } from '@kernagenda/shared/web';
import { NotFoundPage } from '../not-found/not-found-page';
import { posterNl } from './poster-nl';

/** One sheet for the notice board: a question, and a code that opens the village on a telephone. */
@Component({
  selector: 'ka-poster-page',
  imports: [Failure, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './poster-page.html',
})
export class PosterPage {
  /** Slug, from the address. */
  readonly kern = input.required<string>();

  protected readonly nl = posterNl;
  protected readonly answer = agendaResource(this.kern);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly agenda = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly village = computed(
    () => this.agenda()?.villages.find(({ slug }) => slug === this.kern())?.name ?? '',
  );
  protected readonly code = computed(() => `/api/v1/agendas/${encodeURIComponent(this.kern())}/poster`);

  constructor() {
    const page = inject(Page);
    effect(() => {
      if (this.agenda()) page.named(posterNl.page(this.village()));
    });
  }

  protected bare(url: string): string {
    return url.replace(/^https?:\/\//, '');
  }

  protected print(): void {
    window.print();
  }
}
