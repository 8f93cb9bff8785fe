import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AssignedRole, type PersonRecord, assignedRoles } from '@kernagenda/identity/domain';
import { PeopleClient, type PeopleFilter, peopleResource, roleWords } from '@kernagenda/identity/web/people';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page } from '@kernagenda/shared/web';
import { nl as adminNl } from '../nl';
import { nl } from './nl';
import { PeopleVisit } from './people-visit';
import { ReasonGate } from './reason-gate';
import { loadScopes, periodWords } from './scope-names';

/** People by name, with what each may do; only for who says why they look. */
@Component({
  selector: 'ka-people-page',
  imports: [Control, Empty, Failure, Field, Icon, ReasonGate, RouterLink, Skeleton],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly client = inject(PeopleClient);
  private readonly notices = inject(Notices);
  protected readonly visit = inject(PeopleVisit);
  protected readonly nl = nl;
  protected readonly roles = assignedRoles;
  protected readonly roleWords = roleWords;
  protected readonly scopes = loadScopes();
  protected readonly periodName = periodWords();

  private readonly filter = computed<PeopleFilter>(() => {
    const [search, role] = [this.visit.search(), this.visit.role()];
    return { ...(search && { search }), ...(role && { role }) };
  });
  protected readonly answer = peopleResource('people', () => {
    const reason = this.visit.reason();
    return reason ? { filter: this.filter(), reason } : undefined;
  });
  private readonly first = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** What was asked for after the first page. */
  private readonly further = linkedSignal<
    unknown,
    { items: readonly PersonRecord[]; nextCursor: string | null } | null
  >({
    source: this.first,
    computation: () => null,
  });
  protected readonly people = computed(() => [...(this.first()?.items ?? []), ...(this.further()?.items ?? [])]);
  protected readonly nextCursor = computed(() => (this.further() ?? this.first())?.nextCursor ?? null);
  protected readonly isBusy = signal(false);

  constructor() {
    inject(Page).named(nl.title);
  }

  protected search(event: Event, text: string, role: string): void {
    event.preventDefault();
    this.visit.search.set(text.trim());
    this.visit.role.set(role as AssignedRole | '');
  }

  protected async more(cursor: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const page = await this.client.list({ ...this.filter(), cursor }, this.visit.reason());
      this.further.update((known) => ({
        items: [...(known?.items ?? []), ...page.items],
        nextCursor: page.nextCursor,
      }));
    } catch {
      this.notices.show({ message: adminNl.failed });
    } finally {
      this.isBusy.set(false);
    }
  }
}
