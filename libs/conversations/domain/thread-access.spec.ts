import type { Actor, ScopedRole } from '@kernagenda/identity/domain';
import { leavable, threadAccess } from './thread-access';
import type { Participant, Side } from './thread-access';

const place = { villageId: 'tricht', areaId: 'area', municipalityId: 'west-betuwe' };
const sides = {
  person: { kind: 'person', personId: 'me' },
  group: { kind: 'group', place },
  brokers: { kind: 'brokers', place, needsStandIn: false },
  team: { kind: 'team', teamId: 'roads', villageId: null },
} as const satisfies Record<string, Side>;

const me = (roles: readonly ScopedRole[] = [], homeVillageId: string | null = null): Actor => ({
  personId: 'me',
  displayName: 'Ik',
  homeVillageId,
  roles,
});
const inVillage = (role: ScopedRole['role']): ScopedRole => ({ role, scopeType: 'village', scopeId: 'tricht' });
const takesPart = (side: Side, leftAfter: number | null = null): Participant => ({
  id: side.kind,
  side,
  leftAfter,
  readsOnly: false,
});

describe('access to a thread', () => {
  it.each([
    ['a person in it', me(), sides.person, 'person'],
    ['a secretary, for the group', me([inVillage('secretary')]), sides.group, 'group'],
    ['a broker of the village, for the brokers', me([inVillage('broker')]), sides.brokers, 'brokers'],
    [
      'an official of the team, for the team',
      me([{ role: 'official', scopeType: 'team', scopeId: 'roads' }]),
      sides.team,
      'team',
    ],
  ])('lets %s write', (_, actor, side, writesAs) => {
    expect(threadAccess(actor, [takesPart(side)])).toEqual({ readsUntil: null, writesAs });
  });

  it('lets a member of the group only read', () => {
    expect(threadAccess(me([inVillage('group_member')]), [takesPart(sides.group)])).toEqual({
      readsUntil: null,
      writesAs: null,
    });
  });

  it.each([
    ['a visitor', null],
    ['somebody without a part', me()],
    ['a broker who lives there', me([inVillage('broker')], 'tricht')],
    ['an official of another team', me([{ role: 'official', scopeType: 'team', scopeId: 'parks' }])],
    ['an alderman', me([{ role: 'alderman', scopeType: 'municipality', scopeId: 'west-betuwe' }])],
    ['an administrator', me([{ role: 'admin', scopeType: 'municipality', scopeId: 'west-betuwe' }])],
  ])('does not exist for %s', (_, actor) => {
    const others: Side = { kind: 'person', personId: 'other' };
    expect(
      threadAccess(
        actor,
        [others, sides.group, sides.brokers, sides.team].map((s) => takesPart(s)),
      ),
    ).toBeNull();
  });

  it('lets a broker from elsewhere stand in where none is free', () => {
    const elsewhere = me([{ role: 'broker', scopeType: 'area', scopeId: 'other' }]);
    expect(threadAccess(elsewhere, [takesPart(sides.brokers)])).toBeNull();
    expect(threadAccess(elsewhere, [takesPart({ ...sides.brokers, needsStandIn: true })])?.writesAs).toBe('brokers');
  });

  it('ends for who left at the last message that was there', () => {
    expect(threadAccess(me(), [takesPart(sides.person, 3)])).toEqual({ readsUntil: 3, writesAs: null });
    expect(leavable(me(), [takesPart(sides.person, 3)])).toBeNull();
  });

  it('goes on through another side, and is written as the person first', () => {
    const secretary = me([inVillage('secretary')]);
    expect(threadAccess(secretary, [takesPart(sides.group), takesPart(sides.person)])?.writesAs).toBe('person');
    const left = [takesPart(sides.person, 3), takesPart(sides.group)];
    expect(threadAccess(secretary, left)).toEqual({ readsUntil: null, writesAs: 'group' });
  });

  it('can be given up by a person, not by a side', () => {
    expect(leavable(me([inVillage('secretary')]), [takesPart(sides.group)])).toBeNull();
    expect(leavable(me(), [takesPart(sides.group), takesPart(sides.person)])?.id).toBe('person');
  });
});
