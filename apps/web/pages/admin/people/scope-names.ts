import { type Signal, computed, inject } from '@angular/core';
import type { RoleView } from '@kernagenda/identity/domain';
import { roleWords } from '@kernagenda/identity/web/people';
import { Clock, dateName } from '@kernagenda/shared/web';
import type { AreaRecord, TeamRecord, VillageSummary } from '@kernagenda/villages/domain';
import { villagesResource } from '@kernagenda/villages/web';
import { areasResource, teamsRegisterResource } from '@kernagenda/villages/web/administration';
import { nl as adminNl } from '../nl';

/** What roles can be given for, and how a role is said. */
export interface Scopes {
  readonly villages: Signal<readonly VillageSummary[]>;
  readonly areas: Signal<readonly AreaRecord[]>;
  readonly teams: Signal<readonly TeamRecord[]>;
  readonly villageName: (id: string | null) => string;
  /** "Gebiedsmakelaar, Voorbeeldgebied 1" */
  readonly roleName: (role: Pick<RoleView, 'role' | 'scopeType' | 'scopeId'>) => string;
}

export function loadScopes(): Scopes {
  const [villagesAnswer, areasAnswer, teamsAnswer] = [
    villagesResource(),
    areasResource(() => true),
    teamsRegisterResource(() => true),
  ];
  const villages = computed(() => (villagesAnswer.hasValue() ? villagesAnswer.value().items : []));
  const areas = computed(() => (areasAnswer.hasValue() ? areasAnswer.value().items : []));
  const teams = computed(() => (teamsAnswer.hasValue() ? teamsAnswer.value().items : []));
  const names = computed(
    () => new Map([...villages(), ...areas(), ...teams()].map(({ id, name }) => [id, name] as const)),
  );
  return {
    villages,
    areas,
    teams,
    villageName: (id) => (id && names().get(id)) || '',
    roleName: ({ role, scopeType, scopeId }) => {
      if (scopeType === 'installation') return roleWords.roles[role];
      const name = scopeType === 'municipality' ? roleWords.scopeTypes.municipality : names().get(scopeId);
      return name ? `${roleWords.roles[role]}, ${name}` : roleWords.roles[role];
    },
  };
}

/** Says a period in words, as it is seen from now. */
export function periodWords(): (period: { readonly startsAt: string; readonly endsAt: string | null }) => string {
  const clock = inject(Clock);
  const { since, from, until, endedOn } = adminNl.periods;
  return ({ startsAt, endsAt }) => {
    const now = clock.now();
    if (endsAt && new Date(endsAt) <= now) return endedOn(dateName(endsAt));
    const begins = new Date(startsAt) > now ? from(dateName(startsAt)) : since(dateName(startsAt));
    return endsAt ? `${begins} ${until(dateName(endsAt))}` : begins;
  };
}
