import { Component, afterNextRender, computed, effect, inject, signal } from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { collaborationWords } from '@kernagenda/collaborations/web';
import { Bloem, Failure, Skeleton } from '@kernagenda/shared/ui';
import { Page } from '@kernagenda/shared/web';
import { mapResource } from '@kernagenda/villages/web';
import { TogetherMap } from '@kernagenda/villages/web/together-map';
import { FormDrafts } from '../forms/form-drafts';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';
import { OpenCollaboration } from './open-collaboration';
import { OpenPurchase } from './open-purchase';
import { leadOf, villagesOf } from './standing';

/** One collaboration: what stands above each of its parts. */
@Component({
  selector: 'ka-collaboration-page',
  imports: [Bloem, Failure, NotFoundPage, RouterLink, RouterOutlet, Skeleton, TogetherMap],
  providers: [OpenCollaboration, OpenPurchase],
  templateUrl: './collaboration-page.html',
})
export class CollaborationPage {
  protected readonly collaboration = inject(OpenCollaboration);
  private readonly purchase = inject(OpenPurchase);

  protected readonly nl = nl;
  private readonly mapAnswer = mapResource();
  protected readonly map = computed(() => (this.mapAnswer.hasValue() ? this.mapAnswer.value() : null));
  protected readonly view = this.collaboration.view;
  /** The last part of the address; empty on the page itself. */
  protected readonly part = signal('');
  protected readonly slugs = computed(() => {
    const view = this.view();
    return view ? villagesOf(view).map(({ slug }) => slug) : [];
  });
  protected readonly tag = computed(() => nl.tag(collaborationWords.villageCount(this.slugs().length)));
  protected readonly lead = computed(() => {
    const view = this.view();
    return view ? leadOf(view) : '';
  });
  protected readonly parts = computed(() =>
    nl.parts.filter(({ path }) => {
      if (path === 'gesprek') return !!this.view()?.forParties;
      return path !== 'inkoop' || !!this.purchase.view() || !!this.view()?.forParties;
    }),
  );

  constructor() {
    const router = inject(Router);
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    const partOf = (url: string): string => url.split(/[?#]/, 1)[0]?.split('/')[3] ?? '';
    this.part.set(partOf(router.url));
    router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.part.set(partOf(event.urlAfterRedirects));
    });
    effect(() => {
      const view = this.view();
      const name = nl.parts.find(({ path }) => path === this.part())?.name;
      if (view) page.named(this.part() && name ? `${name}: ${view.title}` : view.title);
    });
    afterNextRender(() => drafts.restore());
  }
}
