import { Component, afterNextRender, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CollaborationPage } from '@kernagenda/collaborations/domain';
import { CollaborationsClient, collaborationWords, collaborationsResource } from '@kernagenda/collaborations/web';
import { Session } from '@kernagenda/identity/web';
import { themeIcons } from '@kernagenda/proposals/web';
import { Bloem, Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Page, ageName, followRooms, listName } from '@kernagenda/shared/web';
import { villagesResource } from '@kernagenda/villages/web';
import { FormDrafts } from '../forms/form-drafts';
import { nl } from './nl';
import { StartForm, signingRoles } from './start-form';

/** What villages do together: all of it, or of one village. */
@Component({
  selector: 'ka-collaborations-page',
  imports: [Bloem, Empty, Failure, Icon, RouterLink, Skeleton, StartForm],
  templateUrl: './collaborations-page.html',
})
export class CollaborationsPage {
  private readonly client = inject(CollaborationsClient);
  private readonly clock = inject(Clock);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Slug of a village, from the address. */
  readonly kern = input<string>();

  protected readonly nl = nl.list;
  protected readonly words = collaborationWords;
  protected readonly icons = themeIcons;
  protected readonly slug = computed(() => /^[a-z0-9-]{1,60}$/.exec(this.kern() ?? '')?.[0]);
  protected readonly answer = collaborationsResource(this.slug);
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly villageName = computed(() => this.villages().find(({ slug }) => slug === this.slug())?.name ?? '');
  private readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly page = linkedSignal<CollaborationPage | null, CollaborationPage | null>({
    source: this.loaded,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  protected readonly rows = computed(() =>
    (this.page()?.items ?? []).map((item) => ({
      ...item,
      names: listName(item.villages.map(({ name }) => name)),
      age: ageName(item.statusAt, this.clock.now()),
    })),
  );
  protected readonly mayStart = computed(() => signingRoles.some((role) => this.session.hasRole(role)));

  constructor() {
    const drafts = inject(FormDrafts);
    inject(Page).named(nl.list.title);
    followRooms(
      () => ['public'],
      (change) => {
        if (!change || change.kind === 'collaboration') this.answer.reload();
      },
    );
    afterNextRender(() => drafts.restore());
  }

  protected async choose(kern: string): Promise<void> {
    await this.router.navigate([], { queryParams: { kern: kern || null } });
  }

  protected async loadMore(cursor: string): Promise<void> {
    const next = await this.client.listAfter(cursor, this.slug()).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }
}
