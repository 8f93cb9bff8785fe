import * as fc from 'fast-check';
import type { Actor, Place, ScopedRole } from '@kernagenda/identity/domain';
import { allowedAskActions, answersFor, askActions, askAnswerers, askStates, fewestSides, outcomeOf } from './asks';
import type { AskAnswerer, AskFacts, AskState } from './asks';
import { allowedFlagActions, matchFlagActions, matchFlagSteps } from './flags';
import type { MatchFlagAction, MatchFlagFacts } from './flags';
import { matchFlagStates } from './views';
import type { MatchFlagState } from './views';

const tuil: Place = { villageId: 'tuil', areaId: 'area-1', municipalityId: 'west-betuwe' };
const person = (id: string, roles: readonly ScopedRole[] = [], homeVillageId: string | null = null): Actor => ({
  personId: id,
  displayName: id,
  homeVillageId,
  roles,
});
const inTuil = (role: ScopedRole['role']): ScopedRole => ({ role, scopeType: 'village', scopeId: 'tuil' });

/** As whom each of them answers; nobody as more than one. */
const people: readonly (readonly [string, Actor | null, AskAnswerer | null])[] = [
  ['the secretary', person('secretary', [inTuil('secretary')], 'tuil'), 'group'],
  ['the secretary of another village', person('other', [{ ...inTuil('secretary'), scopeId: 'spijk' }]), null],
  ['a group member', person('member', [inTuil('group_member')], 'tuil'), null],
  ['the author', person('author', [], 'tuil'), 'author'],
  ['another resident', person('resident', [], 'tuil'), null],
  ['the broker', person('broker', [inTuil('broker')]), 'broker'],
  ['the broker of the area', person('area', [{ role: 'broker', scopeType: 'area', scopeId: 'area-1' }]), 'broker'],
  ['a broker who lives there', person('home', [inTuil('broker')], 'tuil'), null],
  ['a broker of elsewhere', person('away', [{ ...inTuil('broker'), scopeId: 'spijk' }]), null],
  ['an official', person('official', [{ role: 'official', scopeType: 'team', scopeId: 'tuil' }]), null],
  ['an alderman', person('alderman', [{ role: 'alderman', scopeType: 'municipality', scopeId: 'west-betuwe' }]), null],
  ['an administrator', person('admin', [{ role: 'admin', scopeType: 'installation', scopeId: 'i' }]), null],
  ['a visitor', null, null],
];
const facts = (actor: Actor | null, answerer: AskAnswerer): AskFacts => ({
  actor,
  place: tuil,
  answerer,
  authorIds: ['author'],
  needsStandIn: false,
});

describe.each(people)('what was asked of a village, for %s', (_, actor, as) => {
  it.each(askAnswerers.flatMap((answerer) => askStates.map((state) => [answerer, state] as const)))(
    'where the %s answers and it is %s, is as the table says',
    (answerer, state) => {
      const mayAnswer = answerer === as;
      expect(answersFor(facts(actor, answerer))).toBe(mayAnswer);
      const actions = mayAnswer && state === 'asked' ? ['accept', 'decline'] : [];
      expect(allowedAskActions('introduced', state, facts(actor, answerer))).toEqual(actions);
      for (const flag of matchFlagStates.filter((one) => one !== 'introduced'))
        expect(allowedAskActions(flag, state, facts(actor, answerer))).toEqual([]);
    },
  );
});

describe('a village whose brokers all live there', () => {
  it('is answered for by another broker, and by nobody else', () => {
    const may = (actor: Actor | null): boolean => answersFor({ ...facts(actor, 'broker'), needsStandIn: true });
    const free = people.filter(([, actor]) => may(actor)).map(([name]) => name);
    expect(free).toEqual(['the broker', 'the broker of the area', 'a broker of elsewhere']);
  });
});

describe('where the answers lead', () => {
  it.each<readonly [readonly AskState[], ReturnType<typeof outcomeOf>]>([
    [['asked', 'asked'], null],
    [['accepted', 'asked'], null],
    [['accepted', 'accepted'], 'accepted'],
    [['accepted', 'accepted', 'asked'], null],
    [['accepted', 'accepted', 'declined'], 'accepted'],
    [['accepted', 'declined'], 'declined'],
    [['asked', 'declined'], 'declined'],
    [['accepted', 'declined', 'asked'], null],
    [['declined', 'declined', 'asked'], 'declined'],
    [['accepted'], 'declined'],
    [[], 'declined'],
  ])('%j leads to %s', (sides, outcome) => {
    expect(outcomeOf(sides)).toBe(outcome);
  });

  it('is the same in whatever order they come, and never open when nobody is asked any more', () => {
    const answers = fc.array(fc.constantFrom<AskState>('accepted', 'declined'), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(answers, fc.nat(), (all, seed) => {
        const order = all.map((_, at) => at).sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5));
        const sides: AskState[] = all.map(() => 'asked');
        let outcome = outcomeOf(sides);
        for (const at of order) {
          if (outcome !== null) break;
          sides[at] = all[at] ?? 'asked';
          outcome = outcomeOf(sides);
        }
        const yes = all.filter((answer) => answer === 'accepted').length;
        expect(outcome).toBe(yes >= fewestSides ? 'accepted' : 'declined');
      }),
    );
  });
});

describe('the lifecycle of a flag with its sides', () => {
  const broker = person('broker', [inTuil('broker')]);
  const given = (change: Partial<MatchFlagFacts> = {}): MatchFlagFacts => ({
    actor: broker,
    places: [tuil],
    isIntroduced: false,
    accepted: 0,
    isUndoable: false,
    ...change,
  });

  it.each<readonly [MatchFlagState, Partial<MatchFlagFacts>, readonly MatchFlagAction[]]>([
    ['suggested', {}, ['confirm', 'introduce', 'snooze', 'decline', 'correct_amount']],
    ['introduced', { isIntroduced: true }, ['snooze', 'decline', 'correct_amount']],
    ['introduced', { isUndoable: true }, ['undo_introduction', 'snooze', 'decline', 'correct_amount']],
    ['introduced', { accepted: 1 }, ['snooze', 'decline', 'correct_amount']],
    ['introduced', { accepted: 2 }, ['proceed', 'snooze', 'decline', 'correct_amount']],
    ['accepted', { accepted: 2, isUndoable: true }, ['correct_amount']],
    ['linked', { accepted: 2 }, ['correct_amount']],
    ['snoozed', { isIntroduced: true, accepted: 2 }, ['wake', 'decline', 'correct_amount']],
    ['declined', {}, ['reopen']],
    ['expired', {}, []],
  ])('that is %s with %j lets a broker do %j', (state, change, actions) => {
    expect(allowedFlagActions(state, given(change))).toEqual(actions);
  });

  it.each(people.filter(([, , as]) => as !== 'broker'))('lets %s do nothing', (_, actor) => {
    for (const state of matchFlagStates)
      expect(allowedFlagActions(state, given({ actor, accepted: 2, isUndoable: true }))).toEqual([]);
  });

  it.each(['wake', 'reopen'] as const)('goes on where it was with %s', (action) => {
    const { to } = matchFlagActions[action];
    expect([to(given()), to(given({ isIntroduced: true }))]).toEqual(['suggested', 'introduced']);
  });

  interface Played {
    readonly state: MatchFlagState;
    readonly sides: readonly AskState[];
    readonly isIntroduced: boolean;
  }

  /** What can happen to a flag of three villages next. */
  function next({ state, sides, isIntroduced }: Played): Played[] {
    const accepted = sides.filter((side) => side === 'accepted').length;
    const all = given({ isIntroduced, accepted, isUndoable: sides.every((side) => side === 'asked') });
    const byBroker = allowedFlagActions(state, all).flatMap((action): Played[] => {
      if (action === 'correct_amount') return [];
      const { to } = matchFlagActions[action];
      const after = typeof to === 'function' ? to(all) : to;
      if (after === 'suggested') return [{ state: after, sides: [], isIntroduced: false }];
      if (action === 'introduce') return [{ state: after, sides: ['asked', 'asked', 'asked'], isIntroduced: true }];
      const left = action === 'proceed' ? sides.map((side) => (side === 'asked' ? 'declined' : side)) : sides;
      return [{ state: after, sides: left, isIntroduced }];
    });
    const bySides = sides.flatMap((side, at) =>
      allowedAskActions(state, side, facts(broker, 'broker')).map((action): Played => {
        const answered = sides.map((other, index) => (index === at ? askActions[action].to : other));
        const outcome = outcomeOf(answered);
        if (outcome === 'declined')
          return { state: matchFlagSteps.fall_apart.to, sides: answered, isIntroduced: false };
        return { state: outcome === null ? state : matchFlagSteps.agree.to, sides: answered, isIntroduced };
      }),
    );
    const after = (['link', 'part'] as const)
      .filter((step) => (matchFlagSteps[step].from as readonly MatchFlagState[]).includes(state))
      .map((step): Played => ({
        state: matchFlagSteps[step].to,
        sides,
        isIntroduced: step === 'link' && isIntroduced,
      }));
    return [...byBroker, ...bySides, ...after];
  }

  it('no order of actions accepts with fewer than two, leaves somebody waiting then, or asks nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 25 }), (choices) => {
        let flag: Played = { state: 'suggested', sides: [], isIntroduced: false };
        for (const choice of choices) {
          const all = next(flag);
          flag = all[choice % Math.max(1, all.length)] ?? flag;
          const yes = flag.sides.filter((side) => side === 'accepted').length;
          const waits = flag.sides.includes('asked');
          if (flag.state === 'accepted' || flag.state === 'linked')
            expect([yes >= fewestSides, waits]).toEqual([true, false]);
          if (flag.state === 'introduced') expect(outcomeOf(flag.sides)).toBeNull();
          if (flag.state === 'suggested') expect(flag.sides).toEqual([]);
        }
      }),
    );
  });
});
