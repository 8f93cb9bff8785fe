import type { Actor, Role, ScopeType } from '@kernagenda/identity/domain';
import { allowedActions } from '@kernagenda/shared/domain';
import { adjustmentFaults, daysLeftAt, mayHoldRound, roundActions, roundFaults, roundStateAt } from '.';
import type { RoundInput } from '.';

const period = { startsOn: '2026-03-10', endsOn: '2026-03-20', stoppedAt: null };
const input: RoundInput = {
  ...{ villageIds: ['v'], question: 'Wat mist u in Tricht?', explanation: '', channels: ['web'] },
  ...{ handIn: '', phone: '', evening: '', startsOn: '2026-03-10', endsOn: '2026-03-20' },
};
const now = new Date('2026-03-09T12:00:00Z');

describe('the days of a round', () => {
  it.each([
    ['to_come', 1, '2026-03-09T22:59:00Z'],
    ['running', 10, '2026-03-09T23:00:00Z'],
    ['running', 0, '2026-03-20T22:59:00Z'],
    ['closed', null, '2026-03-20T23:00:00Z'],
  ])('make it %s with %s days left at %s', (state, days, at) => {
    expect(roundStateAt(period, new Date(at))).toBe(state);
    expect(daysLeftAt(period, new Date(at))).toBe(days);
  });

  it('do not count once it is stopped', () => {
    const stopped = { ...period, endsOn: '2026-03-12', stoppedAt: '2026-03-12T10:00:00Z' };
    expect(roundStateAt(stopped, new Date('2026-03-12T12:00:00Z'))).toBe('closed');
  });
});

describe('what is asked of a round', () => {
  const pointers = (change: Partial<RoundInput>) => roundFaults({ ...input, ...change }, now).map((one) => one.pointer);

  it.each<[Partial<RoundInput>, readonly string[]]>([
    [{}, []],
    [{ startsOn: '2026-03-09' }, []],
    [{ startsOn: '2026-03-08' }, ['/startsOn']],
    [{ endsOn: '2026-03-09' }, ['/endsOn']],
    [{ endsOn: '2027-03-10' }, []],
    [{ endsOn: '2027-03-11' }, ['/endsOn']],
    [{ channels: ['postcard', 'flyer', 'evening', 'phone'] }, ['/handIn', '/evening', '/phone']],
    [{ channels: ['phone'], phone: '0345 12 34 56' }, []],
  ])('%j has the faults %j', (change, faults) => {
    expect(pointers(change)).toEqual(faults);
  });

  it('is told, so that its end only moves away', () => {
    const faults = (endsOn: string) => adjustmentFaults(period, { endsOn, explanation: '' }).length;
    expect(['2026-03-19', '2026-03-20', '2026-04-01', '2027-04-01'].map(faults)).toEqual([1, 0, 0, 1]);
  });
});

describe('holding a round', () => {
  const place = (villageId: string) => ({ villageId, areaId: `area of ${villageId}`, municipalityId: 'm' });
  const places = [place('varik'), place('heesselt')];
  const actor = (homeVillageId: string | null, ...roles: readonly [Role, ScopeType, string][]): Actor => ({
    ...{ personId: 'p', displayName: 'Sanne', homeVillageId },
    roles: roles.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
  });

  it.each<[boolean, string, Actor | null, number]>([
    [true, 'a secretary of the one village', actor('varik', ['secretary', 'village', 'varik']), 1],
    [false, 'a secretary of one of the two', actor('varik', ['secretary', 'village', 'varik']), 2],
    [
      true,
      'a secretary of both',
      actor('varik', ['secretary', 'village', 'varik'], ['secretary', 'village', 'heesselt']),
      2,
    ],
    [true, 'a broker of the municipality', actor(null, ['broker', 'municipality', 'm']), 2],
    [false, 'a broker of one of the areas', actor(null, ['broker', 'area', 'area of varik']), 2],
    [false, 'a broker who lives in one of them', actor('heesselt', ['broker', 'municipality', 'm']), 2],
    [false, 'a broker of elsewhere', actor(null, ['broker', 'area', 'area of spijk']), 1],
    [false, 'a group member', actor('varik', ['group_member', 'village', 'varik']), 1],
    [false, 'a resident', actor('varik'), 1],
    [false, 'an official', actor(null, ['official', 'village', 'varik']), 1],
    [false, 'an alderman', actor(null, ['alderman', 'municipality', 'm']), 1],
    [false, 'an administrator', actor(null, ['admin', 'municipality', 'm']), 1],
    [false, 'a visitor', null, 1],
  ])('is %s for %s', (may, _, who, count) => {
    const facts = { actor: who, places: places.slice(0, count) };
    expect(mayHoldRound(facts)).toBe(may);
    const all = may ? { to_come: ['edit', 'cancel'], running: ['adjust', 'stop'] } : { to_come: [], running: [] };
    expect(allowedActions(roundActions, 'to_come', facts)).toEqual(all.to_come);
    expect(allowedActions(roundActions, 'running', facts)).toEqual(all.running);
    expect(allowedActions(roundActions, 'closed', facts)).toEqual([]);
  });

  it('needs a village', () => {
    expect(mayHoldRound({ actor: actor(null, ['broker', 'municipality', 'm']), places: [] })).toBe(false);
  });
});
