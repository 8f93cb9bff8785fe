import { actsAsBroker, actsAsResident, covers, teamsOf } from './actors';
import type { Actor, Place, ScopedRole } from './actors';

const tricht: Place = { villageId: 'tricht', areaId: 'area-1', municipalityId: 'west-betuwe' };
const spijk: Place = { villageId: 'spijk', areaId: 'area-2', municipalityId: 'west-betuwe' };

const actorWith = (roles: ScopedRole[], homeVillageId: string | null = null): Actor => ({
  personId: 'p',
  displayName: 'P',
  homeVillageId,
  roles,
});
const brokerOf = (scopeType: ScopedRole['scopeType'], scopeId: string): ScopedRole => ({
  role: 'broker',
  scopeType,
  scopeId,
});

describe('the scope of a role', () => {
  it.each([
    ['village', 'tricht'],
    ['area', 'area-1'],
    ['municipality', 'west-betuwe'],
  ] as const)('covers a village through its %s', (scopeType, scopeId) => {
    expect(covers(actorWith([brokerOf(scopeType, scopeId)]), 'broker', tricht)).toBe(true);
  });

  it('does not cover a village of another area', () => {
    expect(covers(actorWith([brokerOf('area', 'area-1')]), 'broker', spijk)).toBe(false);
  });

  it('does not take the id of one kind of scope for another', () => {
    expect(covers(actorWith([brokerOf('team', 'tricht')]), 'broker', tricht)).toBe(false);
  });
});

describe('a broker', () => {
  it('acts in the villages of the area', () => {
    expect(actsAsBroker(actorWith([brokerOf('area', 'area-1')]), tricht, false)).toBe(true);
    expect(actsAsBroker(actorWith([brokerOf('area', 'area-1')]), spijk, false)).toBe(false);
  });

  it('is only a resident at home', () => {
    expect(actsAsBroker(actorWith([brokerOf('area', 'area-1')], 'tricht'), tricht, false)).toBe(false);
    expect(actsAsBroker(actorWith([brokerOf('area', 'area-1')], 'tricht'), tricht, true)).toBe(false);
  });

  it('stands in elsewhere when the broker there cannot decide', () => {
    expect(actsAsBroker(actorWith([brokerOf('area', 'area-1')]), spijk, true)).toBe(true);
    expect(actsAsBroker(actorWith([]), spijk, true)).toBe(false);
  });
});

describe('an official', () => {
  const official = (home: string | null): Actor =>
    actorWith(
      [
        { role: 'official', scopeType: 'team', scopeId: 'roads' },
        { role: 'official', scopeType: 'village', scopeId: 'tricht' },
        brokerOf('team', 'green'),
      ],
      home,
    );

  it('acts for the own teams', () => {
    expect(teamsOf(official('spijk'), tricht)).toEqual(['roads']);
    expect(teamsOf(null, tricht)).toEqual([]);
  });

  it('is only a resident at home', () => {
    expect(teamsOf(official('tricht'), tricht)).toEqual([]);
  });
});

describe('proposing and supporting', () => {
  it.each([
    ['a visitor', null, false],
    ['a resident', actorWith([]), true],
    ['a broker', actorWith([brokerOf('area', 'area-1')]), true],
    ['an official', actorWith([{ role: 'official', scopeType: 'team', scopeId: 't' }]), false],
    ['an alderman', actorWith([{ role: 'alderman', scopeType: 'municipality', scopeId: 'west-betuwe' }]), false],
  ])('by %s', (_who, actor, expected) => {
    expect(actsAsResident(actor)).toBe(expected);
  });
});
