import type { Actor, Role, ScopeType } from '@kernagenda/identity/domain';
import { mayFreeze } from './rights';

const place = (villageId: string) => ({ villageId, areaId: `area of ${villageId}`, municipalityId: 'm' });
const places = [place('varik'), place('heesselt')];
const actor = (role: Role, scopeType: ScopeType, scopeId: string, homeVillageId: string | null = null): Actor => ({
  personId: 'p',
  displayName: 'Sanne',
  homeVillageId,
  roles: [{ role, scopeType, scopeId }],
});

describe('freezing a version of an agenda of two villages', () => {
  it.each([
    [true, 'a secretary of the second village', actor('secretary', 'village', 'heesselt', 'heesselt')],
    [true, 'a broker of one of the areas', actor('broker', 'area', 'area of varik', 'spijk')],
    [false, 'a broker who lives in the other village', actor('broker', 'village', 'varik', 'heesselt')],
    [false, 'a secretary of elsewhere', actor('secretary', 'village', 'spijk', 'varik')],
    [false, 'a group member', actor('group_member', 'village', 'varik', 'varik')],
    [false, 'an alderman', actor('alderman', 'municipality', 'm')],
    [false, 'a visitor', null],
  ])('is %s for %s', (may, _, who) => {
    expect(mayFreeze({ actor: who, places })).toBe(may);
  });
});
