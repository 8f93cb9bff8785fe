import * as fc from 'fast-check';
import type { Actor, Place, ScopedRole } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import {
  allowedProcurementActions,
  knowsSuppliers,
  mayDecide,
  moveTo,
  procurementActions,
  readsEstimates,
  requireEdit,
} from './actions';
import type { ProcurementFacts, ProcurementMove } from './actions';
import { endedStates, procurementStates } from './states';
import type { ProcurementState } from './states';

const place = (villageId: string): Place => ({
  villageId,
  areaId: `area of ${villageId}`,
  municipalityId: 'west-betuwe',
});
const places = [place('est'), place('deil')];

const person = (homeVillageId: string | null, ...roles: readonly ScopedRole[]): Actor => ({
  ...{ personId: 'p', displayName: 'P', homeVillageId },
  roles,
});
const official = (scopeId: string): ScopedRole => ({ role: 'official', scopeType: 'team', scopeId });
const aldermanOf = (scopeId: string): ScopedRole => ({ role: 'alderman', scopeType: 'municipality', scopeId });
const inVillage = (role: 'broker' | 'secretary' | 'group_member', scopeId = 'est'): ScopedRole => ({
  ...{ role, scopeType: 'village', scopeId },
});

const facts: ProcurementFacts = {
  actor: person(null, official('space')),
  places,
  teamIds: ['space', 'green'],
  buyerTeamId: 'space',
  mandateCents: 1000,
  teamMandateCents: 2000,
  totalCents: 1000,
  areQuotesOpen: true,
  demandingVillages: 2,
  unpricedLines: 0,
  isRouteCurrent: true,
  isDecided: false,
  isDecisionCurrent: true,
  suitableQuotes: 1,
  openDeliveries: 2,
  isBooked: false,
};
const by = (actor: Actor | null, more: Partial<ProcurementFacts> = {}): ProcurementFacts => ({
  ...facts,
  actor,
  ...more,
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof Problem ? `${error.code} ${error.message.split(':')[0] ?? ''}`.trim() : 'broken';
  }
};

describe('who decides', () => {
  const alderman = person(null, aldermanOf('west-betuwe'));

  it('is the official of the buying team whose mandate is enough', () => {
    expect(mayDecide(facts)).toBe(true);
    expect(mayDecide({ ...facts, totalCents: 1001 })).toBe(false);
    expect(mayDecide({ ...facts, mandateCents: null, totalCents: 0 })).toBe(false);
    expect(mayDecide(by(person(null, official('green')), { mandateCents: 9999 }))).toBe(false);
  });

  it('is the alderman above every mandate of the team, and not below', () => {
    expect(mayDecide(by(alderman, { mandateCents: null, totalCents: 2000 }))).toBe(false);
    expect(mayDecide(by(alderman, { mandateCents: null, totalCents: 2001 }))).toBe(true);
    expect(mayDecide(by(alderman, { teamMandateCents: null, totalCents: 1 }))).toBe(true);
    expect(mayDecide(by(person(null, aldermanOf('elsewhere')), { teamMandateCents: null }))).toBe(false);
  });

  it('is nobody who lives in one of the villages', () => {
    expect(mayDecide(by(person('deil', official('space'))))).toBe(false);
    expect(mayDecide(by(person('deil', aldermanOf('west-betuwe')), { teamMandateCents: null }))).toBe(false);
  });

  it('is never a resident, a group, a broker or an administrator, whatever their mandate', () => {
    const installation: ScopedRole = { role: 'admin', scopeType: 'installation', scopeId: 'x' };
    for (const role of [inVillage('broker'), inVillage('secretary'), inVillage('group_member'), installation])
      expect(mayDecide(by(person(null, role), { mandateCents: 9999 }))).toBe(false);
    expect(mayDecide(by(null, { mandateCents: 9999 }))).toBe(false);
  });

  it('is not the team that was party, once it is none any more', () => {
    expect(mayDecide({ ...facts, teamIds: ['green'] })).toBe(false);
  });
});

describe('who reads', () => {
  it('suppliers by name are brokers, officials and aldermen of the purchase', () => {
    const who = [
      official('green'),
      aldermanOf('west-betuwe'),
      inVillage('broker'),
      inVillage('secretary'),
      official('x'),
    ];
    expect(who.map((role) => knowsSuppliers(by(person(null, role))))).toEqual([true, true, true, false, false]);
  });

  it('what it may cost, before prices are open, is who works on it', () => {
    const sealed = { areQuotesOpen: false };
    expect(readsEstimates(by(null, sealed))).toBe(false);
    expect(readsEstimates(by(person('est'), sealed))).toBe(false);
    expect(readsEstimates(by(person('est', inVillage('group_member')), sealed))).toBe(true);
    expect(readsEstimates(by(null))).toBe(true);
  });
});

describe('what stands in the way', () => {
  it.each([
    ['freeze', 'gathering', { demandingVillages: 1 }, 'one_village'],
    ['check_route', 'demand_frozen', { unpricedLines: 1 }, 'unpriced_lines'],
    ['request_quotes', 'specified', { isRouteCurrent: false }, 'route_outdated'],
    ['advise', 'quotes_requested', { areQuotesOpen: false }, 'quotes_sealed'],
    ['advise', 'quotes_requested', { suitableQuotes: 0 }, 'no_suitable_quote'],
    ['decide', 'advised', { demandingVillages: 1 }, 'one_village'],
    ['decide', 'decided', { isDecided: true }, 'already_decided'],
    ['order', 'decided', { demandingVillages: 1 }, 'one_village'],
    ['order', 'decided', { isDecided: true, isDecisionCurrent: false }, 'decision_outdated'],
  ] as const)('of %s from %s with %j is said', (move, state, more, obstacle) => {
    const all = { ...facts, ...more };
    expect(codeOf(() => moveTo(move, state, all))).toBe(`wrong_state ${obstacle}`);
    expect(allowedProcurementActions(state, all)).not.toContain(move);
    expect(codeOf(() => moveTo(move, state, by(null, more)))).toBe('not_allowed not_allowed');
  });

  it('of a quote is the closing time', () => {
    expect(codeOf(() => requireEdit('add_quote', 'quotes_requested', facts))).toBe('wrong_state quotes_closed');
    const sealed = { ...facts, areQuotesOpen: false };
    expect(codeOf(() => requireEdit('add_quote', 'quotes_requested', sealed))).toBe('done');
    expect(codeOf(() => requireEdit('assess_quotes', 'quotes_requested', sealed))).toBe('wrong_state quotes_sealed');
  });
});

/** A purchase as it goes, with what has to be true of everything that was done. */
interface Run {
  readonly state: ProcurementState;
  readonly isBooked: boolean;
  readonly done: readonly string[];
}

const moves = Object.keys(procurementActions) as ProcurementMove[];
const anyStep = fc.record({
  what: fc.constantFrom<ProcurementMove | 'book'>(...moves, 'book'),
  actor: fc.constantFrom(
    facts.actor,
    null,
    person('est', inVillage('secretary')),
    person(null, inVillage('broker')),
    person(null, aldermanOf('west-betuwe')),
    person('deil', official('space')),
  ),
  areQuotesOpen: fc.boolean(),
  demandingVillages: fc.integer({ min: 0, max: 3 }),
  isRouteCurrent: fc.boolean(),
  isDecisionCurrent: fc.boolean(),
  suitableQuotes: fc.nat(2),
  openDeliveries: fc.integer({ min: 1, max: 2 }),
  totalCents: fc.nat(3000),
});

function walk(steps: readonly (typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never)[]): Run {
  let run: Run = { state: 'gathering', isBooked: false, done: [] };
  for (const { what, ...given } of steps) {
    const all = { ...facts, ...given, isBooked: run.isBooked, isDecided: run.done.includes('decide') };
    try {
      if (what === 'book') {
        requireEdit('book', run.state, all);
        run = { ...run, isBooked: true, done: [...run.done, 'book'] };
      } else run = { ...run, state: moveTo(what, run.state, all), done: [...run.done, what] };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return run;
}

describe('whatever is done in whatever order', () => {
  const anySteps = fc.array(anyStep, { maxLength: 60 });

  it('nothing is skipped: each state has all that comes before it', () => {
    const order = [
      'freeze',
      'check_route',
      'specify',
      'request_quotes',
      'advise',
      'decide',
      'order',
      'deliver',
      'evaluate',
    ];
    const needed = [
      'gathering',
      'demand_frozen',
      'route_checked',
      'specified',
      'quotes_requested',
      'advised',
      'decided',
      'ordered',
      'delivered',
      'evaluated',
    ];
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { state, done } = walk(steps);
        for (const move of order.slice(0, Math.max(0, needed.indexOf(state)))) expect(done).toContain(move);
      }),
      { numRuns: 300 },
    );
  });

  it('the saving is booked once at most, and only of what was delivered', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { state, done } = walk(steps);
        expect(done.filter((move) => move === 'book').length).toBeLessThanOrEqual(1);
        if (done.includes('book')) expect(['delivered', 'evaluated']).toContain(state);
      }),
      { numRuns: 300 },
    );
  });

  it('an end is an end, and after the order nothing ends as bought apart', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { done } = walk(steps);
        const end = done.findIndex((move) => move === 'end_not_joint' || move === 'cancel');
        if (end >= 0) expect(done.slice(end + 1)).toEqual([]);
        if (done.includes('order')) expect(done).not.toContain('end_not_joint');
      }),
      { numRuns: 300 },
    );
  });

  it('somebody can move on from each state that is no end', () => {
    const actors = [facts.actor, person(null, inVillage('broker'))];
    for (const state of procurementStates) {
      const actions = actors.flatMap((actor) => allowedProcurementActions(state, by(actor)));
      const isEnd = endedStates.some((end) => end === state);
      expect([state, actions.some((action) => action in procurementActions)]).toEqual([state, !isEnd]);
    }
  });
});
