import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoverView, RoleView } from '@kernagenda/identity/domain';
import { PeopleClient, personResource } from '@kernagenda/identity/web/people';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Notices, Page, dateName, isMissing } from '@kernagenda/shared/web';
import { NotFoundPage } from '../../not-found/not-found-page';
import { FormState } from '../form-state';
import { CoverForm } from './cover-form';
import { GiveRoleForm } from './give-role-form';
import { nl } from './nl';
import { PeopleVisit } from './people-visit';
import { ReasonGate } from './reason-gate';
import { loadScopes, periodWords } from './scope-names';

/** One person: where they live, what they may do, and who covers for whom. */
@Component({
  selector: 'ka-person-page',
  imports: [Control, CoverForm, Failure, Field, GiveRoleForm, Icon, NotFoundPage, ReasonGate, RouterLink, Skeleton],
  templateUrl: './person-page.html',
})
export class PersonPage {
  private readonly client = inject(PeopleClient);
  private readonly notices = inject(Notices);
  protected readonly visit = inject(PeopleVisit);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly nl = nl.person;
  protected readonly all = nl;
  protected readonly dateName = dateName;
  protected readonly scopes = loadScopes();
  protected readonly periodName = periodWords();
  protected readonly answer = personResource(() => {
    const reason = this.visit.reason();
    return reason ? { id: this.id(), reason } : undefined;
  });
  protected readonly isMissing = computed(() => isMissing(this.answer));
  private readonly heard = computed(() => ({
    id: this.id(),
    person: this.answer.hasValue() ? this.answer.value() : null,
  }));
  /** Stays while it is loaded again: forms stand below it. */
  protected readonly person = linkedSignal<ReturnType<typeof this.heard>, ReturnType<typeof this.heard>['person']>({
    source: this.heard,
    computation: ({ id, person }, previous) => person ?? (previous?.source.id === id ? previous.value : null),
  });
  protected readonly isBroker = computed(() => this.person()?.roles.some(({ role }) => role === 'broker') ?? false);
  protected readonly moving = new FormState('move', { homeVillageId: nl.invite.villageFault });
  protected readonly ending = new FormState('end', {});
  protected readonly reload = (): void => void this.answer.reload();

  constructor() {
    const page = inject(Page);
    effect(() => page.named(this.person()?.displayName ?? nl.one));
  }

  protected async move(event: Event, villageId: string): Promise<void> {
    event.preventDefault();
    const isDone = await this.moving.send({}, () => this.client.move(this.id(), villageId || null));
    if (isDone) this.done(nl.person.move.done);
  }

  protected async end(role: RoleView): Promise<void> {
    const id = this.id();
    if (!(await this.ending.send({}, () => this.client.endRole(id, role.id)))) return;
    this.done(nl.person.ended(this.scopes.roleName(role)));
  }

  protected async endCover({ id }: CoverView): Promise<void> {
    if (await this.ending.send({}, () => this.client.endCover(this.id(), id))) this.done(nl.cover.ended);
  }

  protected coverName(cover: CoverView): string {
    const days = this.periodName(cover);
    return cover.covered.id === this.id()
      ? nl.cover.coveredBy(cover.covering.displayName, days)
      : nl.cover.covers(cover.covered.displayName, days);
  }

  protected done(message: string): void {
    this.notices.show({ message });
    this.answer.reload();
  }
}
