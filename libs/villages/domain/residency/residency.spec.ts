import { assignedRoles, actingRole, scopeTypes } from '@kernagenda/identity/domain';
import type { Actor, Role, ScopeType } from '@kernagenda/identity/domain';
import { mayMakeCodes, mayProve } from './residency';

const place = { villageId: 'tricht', areaId: 'area', municipalityId: 'town' };
const here: Record<ScopeType, string> = {
  installation: 'installation',
  municipality: 'town',
  area: 'area',
  village: 'tricht',
  team: 'team',
};
const actor = (roles: Actor['roles'], homeVillageId: string | null = null): Actor => ({
  personId: 'p',
  displayName: 'Sanne',
  homeVillageId,
  roles,
});
const roles = [...new Set(assignedRoles.map(actingRole))];
const table = roles.flatMap((role) => scopeTypes.map((scopeType) => [role, scopeType] as const));

describe('who makes codes', () => {
  const may = (role: Role, scopeType: ScopeType): boolean =>
    role === 'admin' || (role === 'broker' && ['municipality', 'area', 'village'].includes(scopeType));

  it.each(table)('%s for %s: only a broker of the village and an administrator', (role, scopeType) => {
    const scoped = { role, scopeType, scopeId: here[scopeType] };
    expect(mayMakeCodes(actor([scoped]), place)).toBe(may(role, scopeType));
    expect(mayMakeCodes(actor([{ ...scoped, scopeId: 'elsewhere' }]), place)).toBe(role === 'admin');
  });

  it.each(table)('%s for %s: never at home', (role, scopeType) => {
    expect(mayMakeCodes(actor([{ role, scopeType, scopeId: here[scopeType] }], 'tricht'), place)).toBe(false);
  });

  it('no resident and no visitor', () => {
    expect([mayMakeCodes(actor([], 'deil'), place), mayMakeCodes(null, place)]).toEqual([false, false]);
  });
});

describe('who proves to live somewhere', () => {
  it.each(table)('%s for %s: who supports as a resident', (role, scopeType) => {
    const isResident = ['group_member', 'secretary', 'broker'].includes(role);
    expect(mayProve(actor([{ role, scopeType, scopeId: here[scopeType] }]))).toBe(isResident);
  });

  it('every resident, and no visitor', () => {
    expect([mayProve(actor([])), mayProve(null)]).toEqual([true, false]);
  });
});
