import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AdoptedPoint } from '@kernagenda/collaborations/domain/adoptions';
import { AdoptionsClient, adoptionsResource } from '@kernagenda/collaborations/web/adoptions';
import { Session } from '@kernagenda/identity/web';
import { type ProposalView, closedAgendaStates } from '@kernagenda/proposals/domain';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { dateName, followRooms } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { nl } from './travels-nl';

const deepest = 4;

/** Taking a point over for the own village, where it came from, and how its idea travelled. Loaded apart. */
@Component({
  selector: 'ka-travels',
  imports: [AgendaBadge, Bloem, Icon, RouterLink],
  templateUrl: './travels.html',
})
export class Travels {
  private readonly client = inject(AdoptionsClient);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  readonly point = input.required<ProposalView>();

  protected readonly nl = nl;
  protected readonly euroName = euroName;
  protected readonly answer = adoptionsResource(() => this.point().id);
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly isPublic = computed(() => this.point().moderationState === 'approved');
  /** What the village of the reader made of this very point. */
  protected readonly there = computed(() => {
    const home = this.session.person()?.homeVillageId;
    const { id } = this.point();
    return this.view()?.journey.find(({ originId, village }) => originId === id && village.id === home) ?? null;
  });
  /** A resident who did not say yet where; staff live where they say, or nowhere here. */
  protected readonly isHomeless = computed(() => {
    const person = this.session.person();
    return !!person && !person.homeVillageId && person.roles.length === 0;
  });
  /** A link for who lives here; the page it leads to asks the API. */
  protected readonly mayApply = computed(() => {
    const { village, agendaState } = this.point();
    const isOpen = closedAgendaStates.every((state) => state !== agendaState);
    return isOpen && this.session.person()?.homeVillageId === village.id;
  });
  protected readonly journey = computed(() => {
    const points = this.view()?.journey ?? [];
    const names = new Map(points.map(({ proposalId, village }) => [proposalId, village.name]));
    return points.map((stop) => ({
      ...stop,
      look: `ka-way__stop ka-way__stop--${Math.min(stop.steps, deepest)}`,
      how: howOf(stop, names.get(stop.originId ?? '') ?? ''),
      isHere: stop.proposalId === this.point().id,
    }));
  });
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);
  private readonly key = crypto.randomUUID();

  constructor() {
    followRooms(
      () => [`proposal:${this.point().id}`],
      (change) => {
        if (!change || change.kind === 'proposal') this.answer.reload();
      },
    );
  }

  protected async adopt(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      const { proposalId } = await this.client.adopt(this.point().id, this.key);
      await this.router.navigate(['/voorstel/nieuw'], { queryParams: { concept: proposalId } });
    } catch {
      this.failure.set(nl.adopt.failed);
      this.answer.reload();
    } finally {
      this.isBusy.set(false);
    }
  }
}

const howOf = ({ originId, since }: AdoptedPoint, from: string): string =>
  originId ? nl.journey.taken(from, dateName(since)) : nl.journey.began(dateName(since));
