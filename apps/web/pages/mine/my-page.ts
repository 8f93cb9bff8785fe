import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { promiseWorkResource } from '@kernagenda/commitments/web';
import { PromiseWorkList } from '@kernagenda/commitments/web/work';
import { WaitingQuestions } from '@kernagenda/conversations/web/questions';
import { type UpdateMeInput, actsAsResident, isStaff, personLimits } from '@kernagenda/identity/domain';
import { Session } from '@kernagenda/identity/web';
import { enteringRoles } from '@kernagenda/intake/domain';
import type { ModerationState, ProposalSummary } from '@kernagenda/proposals/domain';
import {
  AgendaBadge,
  ModerationBadge,
  type Standing,
  myProposalsResource,
  standingOf,
} from '@kernagenda/proposals/web';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Skeleton, Stand } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { ApiError, Clock, Notices, Page, dateName, followRooms } from '@kernagenda/shared/web';
import { codeMakingRoles } from '@kernagenda/villages/domain/residency';
import { villagesResource } from '@kernagenda/villages/web';
import { nl } from './nl';

const whileRead: Partial<Record<ModerationState, string>> = {
  draft: nl.you,
  changes_requested: nl.you,
  submitted: nl.broker,
};

/** Who has to act before a text is public, and since when it is there. */
const readingOf = ({ moderationState, createdAt }: ProposalSummary): Pick<Standing, 'who' | 'age' | 'waits'> => ({
  who: whileRead[moderationState] ?? '',
  age: nl.written(dateName(createdAt)),
  waits: moderationState === 'changes_requested',
});

/** What somebody wrote, in every state, and what the municipality knows of them. */
@Component({
  selector: 'ka-my-page',
  imports: [
    AgendaBadge,
    Control,
    Empty,
    ErrorSummary,
    Failure,
    Field,
    ModerationBadge,
    PromiseWorkList,
    RouterLink,
    Skeleton,
    Stand,
    WaitingQuestions,
  ],
  templateUrl: './my-page.html',
})
export class MyPage {
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly session = inject(Session);

  protected readonly nl = nl;
  protected readonly limits = personLimits;
  /** Officials have no desk; brokers find this there. */
  protected readonly workAnswer = promiseWorkResource(
    () => this.session.hasRole('official') && !this.session.hasRole('broker'),
  );
  protected readonly answer = myProposalsResource(() => !!this.session.person());
  private readonly villagesAnswer = villagesResource();
  /** Officials, aldermen and administrators propose nothing. */
  protected readonly mayPropose = computed(() => actsAsResident(this.session.person()));
  /** Who serves a village writes down what others wish. */
  protected readonly mayEnter = computed(() => enteringRoles.some((role) => this.session.hasRole(role)));
  /** Who serves a village makes codes for its letterboxes. */
  protected readonly mayMakeCodes = computed(() => codeMakingRoles.some((role) => this.session.hasRole(role)));
  protected readonly rows = computed(() => {
    const now = this.clock.now();
    return (this.answer.hasValue() ? this.answer.value().items : []).map((proposal) => ({
      proposal,
      ...(proposal.moderationState === 'approved' ? standingOf(proposal, now) : readingOf(proposal)),
    }));
  });
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  /** The day until which the home village stands; empty when it can be changed now. */
  protected readonly fixedUntil = computed(() => {
    const until = this.session.person()?.homeVillageFixedUntil;
    return until && new Date(until) > this.clock.now() ? dateName(until) : '';
  });
  /** Staff choose their village once; after that the administrator changes it. */
  protected readonly isMovedByOthers = computed(() => {
    const person = this.session.person();
    return !!person?.homeVillageId && isStaff(person);
  });
  protected readonly villageHint = computed(() => {
    if (this.isMovedByOthers()) return nl.profile.staff;
    return this.fixedUntil() ? nl.profile.fixed(this.fixedUntil()) : nl.profile.village.hint;
  });
  protected readonly nameError = signal('');
  protected readonly errors = computed(() =>
    this.nameError() ? [{ controlId: 'display-name', message: this.nameError() }] : [],
  );

  constructor() {
    inject(Page).named(nl.page);
    followRooms(
      () => {
        const person = this.session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        if (change?.kind !== 'queue') this.answer.reload();
      },
    );
  }

  /** What the way to the explanation is called; empty where there is none to read. */
  protected explanationOf({ moderationState }: ProposalSummary): string {
    return nl.explanation[moderationState] ?? '';
  }

  protected async save(event: Event, name: string, villageId: string): Promise<void> {
    event.preventDefault();
    const { min, max } = personLimits.displayName;
    const displayName = name.trim();
    this.nameError.set(displayName.length < min || displayName.length > max ? nl.profile.nameError(min, max) : '');
    if (this.nameError()) return;
    const isMoved = villageId && villageId !== this.session.person()?.homeVillageId;
    const input: UpdateMeInput = { displayName, ...(isMoved ? { homeVillageId: villageId } : {}) };
    try {
      await this.session.update(input);
      this.notices.show({ message: nl.profile.saved });
    } catch (error) {
      const until = this.fixedUntil();
      const isFixed = error instanceof ApiError && error.code === 'home_village_fixed' && until;
      this.notices.show({ message: isFixed ? nl.profile.fixed(until) : nl.profile.failed });
    }
  }

  protected async signOutEverywhere(): Promise<void> {
    await this.session.signOutEverywhere();
  }
}
