import { Component, computed, inject, input, output } from '@angular/core';
import {
  type AssignedRole,
  type ScopeType,
  assignedRoles,
  installationId,
  scopeTypesOfRole,
} from '@kernagenda/identity/domain';
import { PeopleClient, roleWords } from '@kernagenda/identity/web/people';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { Clock } from '@kernagenda/shared/web';
import { Municipality } from '@kernagenda/villages/web';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl as adminNl } from '../nl';
import { PeriodFields, daysOf, periodFaults } from '../period-fields';
import { nl } from './nl';
import type { Scopes } from './scope-names';

interface Draft {
  readonly role: AssignedRole | '';
  readonly scopeType: ScopeType | '';
  readonly scopeIds: readonly string[];
  readonly from: string;
  readonly until: string;
}

const empty: Draft = { role: '', scopeType: '', scopeIds: [], from: '', until: '' };
const words = {
  role: nl.give.role.fault,
  scopeType: nl.give.scopeType.fault,
  scopeIds: nl.give.scopeFault,
  from: adminNl.days.fromFault,
  until: adminNl.days.untilFault,
};

/** Gives a role: which, for what, and from when until when. */
@Component({
  selector: 'ka-give-role-form',
  imports: [Control, ErrorSummary, Field, Icon, PeriodFields],
  templateUrl: './give-role-form.html',
})
export class GiveRoleForm {
  private readonly people = inject(PeopleClient);
  private readonly municipality = inject(Municipality);
  private readonly clock = inject(Clock);
  readonly personId = input.required<string>();
  readonly scopes = input.required<Scopes>();
  readonly given = output();

  protected readonly nl = nl.give;
  protected readonly roles = assignedRoles;
  protected readonly roleWords = roleWords;
  protected readonly draft = formDraft('rol', empty);
  protected readonly form = new FormState('give', words, { already_exists: nl.give.exists });
  protected readonly scopeTypes = computed(() => {
    const { role } = this.draft();
    return role ? scopeTypesOfRole[role] : [];
  });
  /** What there is to choose from; null where the kind of scope says it all. */
  protected readonly choices = computed(() => {
    const { villages, areas, teams } = this.scopes();
    const now = this.clock.now().toISOString();
    switch (this.draft().scopeType) {
      case 'village':
        return { label: nl.give.villages, items: villages() };
      case 'area':
        return { label: nl.give.areas, items: areas() };
      case 'team':
        return { label: nl.give.teams, items: teams().filter(({ endsAt }) => !endsAt || endsAt > now) };
      case 'municipality':
      case 'installation':
      case '':
        return null;
    }
  });

  protected write(change: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected choose(role: string): void {
    const chosen = role as AssignedRole | '';
    const [only, ...others] = chosen ? scopeTypesOfRole[chosen] : [];
    this.write({ role: chosen, scopeType: only && others.length === 0 ? only : '', scopeIds: [] });
  }

  protected chooseType(scopeType: string): void {
    this.write({ scopeType: scopeType as ScopeType | '', scopeIds: [] });
  }

  protected toggle(id: string, isChosen: boolean): void {
    const others = this.draft().scopeIds.filter((one) => one !== id);
    this.write({ scopeIds: isChosen ? [...others, id] : others });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    const { role, scopeType } = draft;
    const scopeIds = this.scopeIds();
    const faults = {
      ...(role ? {} : { role: words.role }),
      ...(role && !scopeType ? { scopeType: words.scopeType } : {}),
      ...(scopeType && scopeIds.length === 0 ? { scopeIds: words.scopeIds } : {}),
      ...periodFaults(draft, this.clock.now()),
    };
    const isDone = await this.form.send(faults, async () => {
      if (role && scopeType) await this.people.give(this.personId(), { role, scopeType, scopeIds, ...daysOf(draft) });
    });
    if (!isDone) return;
    this.draft.set(empty);
    this.given.emit();
  }

  private scopeIds(): readonly string[] {
    const { scopeType, scopeIds } = this.draft();
    if (scopeType === 'installation') return [installationId];
    const municipality = this.municipality.view();
    if (scopeType === 'municipality') return municipality ? [municipality.id] : [];
    // What was kept in a draft may be gone.
    return scopeIds.filter((id) => this.choices()?.items.some((one) => one.id === id));
  }
}
