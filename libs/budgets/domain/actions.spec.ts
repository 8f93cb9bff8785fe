import type { Actor, Role, ScopeType } from '@kernagenda/identity/domain';
import {
  allowedApplicationActions,
  applicationActions,
  applicationStates,
  applyingSidesOf,
  mayReadApplication,
  mayReadContact,
  moveTo,
  openApplicationStates,
} from './actions';
import type { ApplicationAction, ApplicationFacts, ApplicationState } from './actions';
import { isDayOfYear, ruleOf } from './rules';
import { completeBy, decideBy, objectBy, pausedFor, termOf } from './terms';

const place = { villageId: 'tricht', areaId: 'area', municipalityId: 'town' };
const actor = (
  personId: string,
  role?: Role,
  scopeType: ScopeType = 'village',
  scopeId = 'tricht',
  home = '',
): Actor => ({
  ...{ personId, displayName: personId, homeVillageId: home || null },
  roles: role ? [{ role, scopeType, scopeId }] : [],
});
const official = actor('official', 'official', 'team', 'team');
const facts = (who: Actor | null, more: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  ...{ actor: who, place, applicantId: 'resident', isForGroup: false, adviserIds: [], amountCents: 200_000 },
  ...{
    grantedCents: null,
    teamIds: ['team'],
    mandateCents: null,
    highestMandateCents: 500_000,
    isCompletingOver: true,
  },
  ...more,
});

/** R reads, C reads the contact; A asks, I completes, V advises, D decides, W withdraws, of an application of a resident. */
const table: readonly [string, ApplicationFacts, string][] = [
  ['visitor', facts(null), ''],
  ['applicant', facts(actor('resident', undefined, 'village', '', 'tricht')), 'RCIW'],
  ['neighbour', facts(actor('other', undefined, 'village', '', 'tricht')), ''],
  ['group member', facts(actor('other', 'group_member')), ''],
  ['secretary', facts(actor('other', 'secretary')), 'R'],
  ['secretary of a group that applied', facts(actor('other', 'secretary'), { isForGroup: true }), 'RCIW'],
  ['former secretary who applied for the group', facts(actor('resident'), { isForGroup: true }), 'R'],
  ['secretary of another village', facts(actor('other', 'secretary', 'village', 'deil')), ''],
  ['broker of the village', facts(actor('other', 'broker')), 'RCAV'],
  ['broker of the area', facts(actor('other', 'broker', 'area', 'area')), 'RCAV'],
  ['broker of the municipality', facts(actor('other', 'broker', 'municipality', 'town')), 'RCAV'],
  ['broker who lives there', facts(actor('other', 'broker', 'village', 'tricht', 'tricht')), ''],
  ['broker who applied', facts(actor('resident', 'broker')), 'RCIW'],
  ['broker of elsewhere', facts(actor('other', 'broker', 'area', 'elsewhere')), ''],
  ['official with a mandate', facts(official, { mandateCents: 200_000 }), 'RCAD'],
  [
    'official with a mandate who advised',
    facts(official, { mandateCents: 200_000, adviserIds: ['official', 'other'] }),
    'RC',
  ],
  ['official with a mandate who applied', facts(official, { mandateCents: 200_000, applicantId: 'official' }), 'RCIW'],
  ['official with a mandate of another town', facts(official, { mandateCents: 200_000, teamIds: [] }), ''],
  [
    'official with a mandate who lives there',
    facts({ ...official, homeVillageId: 'tricht' }, { mandateCents: 200_000 }),
    '',
  ],
  ['official whose mandate is too low', facts(official, { mandateCents: 199_999 }), ''],
  ['official without a mandate', facts(official), ''],
  ['alderman', facts(actor('other', 'alderman', 'municipality', 'town')), 'RC'],
  [
    'alderman above every mandate',
    facts(actor('other', 'alderman', 'area', 'area'), { highestMandateCents: 199_999 }),
    'RCAD',
  ],
  [
    'alderman where nobody has one',
    facts(actor('other', 'alderman', 'area', 'area'), { highestMandateCents: null }),
    'RCAD',
  ],
  ['alderman of elsewhere', facts(actor('other', 'alderman', 'area', 'elsewhere'), { highestMandateCents: null }), ''],
  [
    'alderman who lives there',
    facts(actor('other', 'alderman', 'municipality', 'town', 'tricht'), { highestMandateCents: null }),
    '',
  ],
  ['admin', facts(actor('other', 'admin', 'installation', 'all')), ''],
];
const letters: Readonly<Record<string, ApplicationAction>> = {
  ...{ A: 'ask', I: 'complete', V: 'advise', D: 'decide', W: 'withdraw' },
};

describe('an application', () => {
  it.each(table)('is read by %s as the table says', (_, given, may) => {
    expect([mayReadApplication(given), mayReadContact(given)]).toEqual([may.includes('R'), may.includes('C')]);
  });

  describe.each(applicationStates)('that is %s', (state) => {
    it.each(table)('lets %s do what the table says', (_, given, may) => {
      const rights = Object.entries(letters).flatMap(([letter, action]) => (may.includes(letter) ? action : []));
      const from = (action: ApplicationAction): readonly ApplicationState[] => applicationActions[action].from;
      const expected = rights.filter((action) => from(action).includes(state));
      expect([...allowedApplicationActions(state, given)].sort()).toEqual([...expected].sort());
      for (const action of Object.values(letters)) {
        const code = rights.includes(action) ? 'wrong_state' : 'not_allowed';
        if (!expected.includes(action))
          expect(() => moveTo(action, state, given)).toThrow(expect.objectContaining({ code }));
      }
    });
  });

  it.each([
    [200_000, 'granted'],
    [199_999, 'partly_granted'],
    [0, 'refused'],
  ] as const)('of 2,000 euro that gets %i cents is %s', (grantedCents, state) => {
    expect(moveTo('decide', 'advised', facts(official, { mandateCents: 200_000, grantedCents }))).toBe(state);
  });

  it('waits for what was asked until the days for it are over', () => {
    const waits = facts(official, { mandateCents: 200_000, isCompletingOver: false });
    expect(allowedApplicationActions('incomplete', waits)).toEqual([]);
    expect(() => moveTo('decide', 'incomplete', waits)).toThrow('not over');
  });

  it('is never open and closed at once', () => {
    expect(openApplicationStates.every((state) => applicationStates.includes(state))).toBe(true);
  });

  it('comes from a resident, or from who speaks for the group', () => {
    const sides = (who: Actor | null) => applyingSidesOf(who, place).join();
    expect(sides(null)).toBe('');
    expect(sides(actor('a', undefined, 'village', '', 'tricht'))).toBe('self');
    expect(sides(actor('a', undefined, 'village', '', 'deil'))).toBe('');
    expect(sides(actor('a', 'secretary', 'village', 'tricht', 'tricht'))).toBe('self,group');
    expect(sides(actor('a', 'official', 'team', 'team', 'tricht'))).toBe('');
    expect(sides(actor('a', 'broker', 'area', 'area', 'tricht'))).toBe('self');
  });
});

describe('the terms', () => {
  it('are eight weeks to decide and six to object, and end on a working day', () => {
    expect(decideBy('2026-03-02', 0)).toBe('2026-04-28');
    expect(decideBy('2026-03-03', 0)).toBe('2026-04-28');
    expect(decideBy('2026-03-03', 10)).toBe('2026-05-08');
    expect(objectBy('2026-03-02')).toBe('2026-04-13');
    expect(completeBy('2026-03-02')).toBe('2026-03-16');
  });

  it('stand still from the question to the answer, and at most for the days there are for that', () => {
    const asked = { receivedOn: '2026-03-03', pausedDays: 0, askedOn: '2026-03-10', isIncomplete: true };
    expect(termOf({ ...asked, isIncomplete: false }, '2026-03-11')).toBe('2026-04-28');
    expect(termOf(asked, '2026-03-24')).toBeNull();
    expect(termOf(asked, '2026-03-25')).toBe('2026-05-12');
    expect([pausedFor(null, '2026-03-12'), pausedFor('2026-03-10', '2026-03-12')]).toEqual([0, 2]);
    expect(pausedFor('2026-03-10', '2026-09-01')).toBe(14);
  });

  it('know a day of every year', () => {
    expect(['11-01', '02-29', '13-01', '2-1', 'x'].map(isDayOfYear)).toEqual([true, false, false, false, false]);
  });

  it('follow the rule of the last year before', () => {
    const rules = [2026, 2023].map((fromYear) => ({ fromYear }) as never);
    expect([2022, 2023, 2025, 2026, 2030].map((year) => ruleOf(rules, year))).toEqual([
      ...[null, { fromYear: 2023 }, { fromYear: 2023 }, { fromYear: 2026 }, { fromYear: 2026 }],
    ]);
  });
});
