import fc from 'fast-check';
import { allowedActions } from '@kernagenda/shared/domain';
import type { Actor, ScopedRole } from '@kernagenda/identity/domain';
import { missingTerms } from './collaborations';
import { mayLeave, mayStart, signsFor, steers, takesPart, worksFor } from './parties';
import type { CollaborationFacts, PartyFacts } from './parties';
import { collaborationPhases, isOpen, mayAgree, mayWork, phaseActions } from './phases';
import type { CollaborationPhase, PhaseAction, PhaseFacts } from './phases';

const place = (villageId: string) => ({ villageId, areaId: `area of ${villageId}`, municipalityId: 'west-betuwe' });
const village = (id: string, given: Partial<PartyFacts> = {}): PartyFacts => ({
  kind: 'village',
  role: 'participant',
  place: place(id),
  teamId: null,
  contactId: null,
  hasLeft: false,
  isBound: false,
  ...given,
});
const team = (teamId: string, given: Partial<PartyFacts> = {}): PartyFacts => ({
  ...village('', given),
  kind: 'team',
  place: null,
  teamId,
});
const partner = (given: Partial<PartyFacts> = {}): PartyFacts => ({
  ...village('', given),
  kind: 'partner',
  place: null,
});

const person = (role?: ScopedRole['role'], scopeId = '', homeVillageId: string | null = null): Actor => ({
  personId: 'me',
  displayName: 'Ik',
  homeVillageId,
  roles: role
    ? [
        {
          role,
          scopeType: role === 'official' ? 'team' : scopeId === 'west-betuwe' ? 'municipality' : 'village',
          scopeId,
        },
      ]
    : [],
});

const tricht = village('tricht', { role: 'lead' });
const deil = village('deil');
const roads = team('roads', { role: 'adviser' });
const parties: readonly PartyFacts[] = [
  tricht,
  deil,
  roads,
  partner({ role: 'funder' }),
  village('est', { hasLeft: true }),
];
const facts = (actor: Actor | null, given: readonly PartyFacts[] = parties): CollaborationFacts => ({
  actor,
  parties: given,
});

/** Steers the whole; works along; reads along; is nobody here. */
type Part = 'steers' | 'works' | 'reads' | 'none';
const people: readonly (readonly [string, Actor | null, Part])[] = [
  ['visitor', null, 'none'],
  ['resident', person(undefined, '', 'tricht'), 'none'],
  ['group member', person('group_member', 'tricht', 'tricht'), 'works'],
  ['secretary', person('secretary', 'tricht', 'tricht'), 'steers'],
  ['secretary of another party', person('secretary', 'deil', 'deil'), 'steers'],
  ['secretary of a village that left', person('secretary', 'est', 'est'), 'none'],
  ['secretary of elsewhere', person('secretary', 'spijk', 'spijk'), 'none'],
  ['broker', person('broker', 'tricht'), 'steers'],
  ['broker who lives there', person('broker', 'tricht', 'tricht'), 'none'],
  ['broker of elsewhere', person('broker', 'spijk'), 'none'],
  ['official of the team that advises', person('official', 'roads'), 'reads'],
  ['official of another team', person('official', 'parks'), 'none'],
  ['alderman', person('alderman', 'west-betuwe'), 'steers'],
  ['alderman of another place', person('alderman', 'spijk'), 'none'],
  ['administrator', person('admin', 'west-betuwe'), 'none'],
];

describe('who takes part', () => {
  it.each(people)('the %s', (_, actor, part) => {
    expect({ steers: steers(facts(actor)), takesPart: takesPart(facts(actor)) }).toEqual({
      steers: part === 'steers',
      takesPart: part !== 'none',
    });
    expect(mayWork('executing', facts(actor))).toBe(part === 'steers' || part === 'works');
    expect(mayAgree('forming', facts(actor))).toBe(part === 'steers');
  });

  it('includes the resident who speaks for a village without a group, who signs for nothing', () => {
    const alone = village('spijk', { contactId: 'me' });
    const mine = facts(person(undefined, '', 'spijk'), [alone]);
    expect([worksFor(mine, alone), signsFor(mine, alone), steers(mine)]).toEqual([true, false, false]);
  });

  it('leaves what is outside the municipality to who leads', () => {
    const water = partner();
    const given = [tricht, deil, water];
    expect(signsFor(facts(person('secretary', 'tricht'), given), water)).toBe(true);
    expect(signsFor(facts(person('secretary', 'deil'), given), water)).toBe(false);
    expect(signsFor(facts(person('secretary', 'tricht'), [partner({ role: 'lead' })]), water)).toBe(false);
  });

  it('lets go of who signs, and not once something is ordered', () => {
    const secretary = facts(person('secretary', 'deil'));
    expect(mayLeave(secretary, deil)).toBe(true);
    expect(mayLeave(secretary, tricht)).toBe(false);
    expect(mayLeave(secretary, { ...deil, isBound: true })).toBe(false);
    expect(mayLeave(secretary, { ...deil, hasLeft: true })).toBe(false);
  });

  it('begins by who signs for a village', () => {
    const may = people.filter(([, actor]) => mayStart(actor, place('tricht'))).map(([name]) => name);
    expect(may).toEqual(['secretary', 'broker', 'alderman']);
  });
});

const reached: Readonly<Record<CollaborationPhase, readonly PhaseAction[]>> = {
  exploring: ['form', 'stop', 'pause'],
  forming: ['execute', 'stop', 'pause'],
  executing: ['evaluate', 'stop', 'pause'],
  evaluating: ['close'],
  closed: [],
  paused: ['stop', 'resume'],
};

describe.each(collaborationPhases)('a collaboration that is %s', (phase) => {
  it.each(people)('goes on as the table says by the %s', (_, actor, part) => {
    const given: PhaseFacts = { ...facts(actor), phaseBeforePause: 'forming' };
    const allowed = allowedActions<CollaborationPhase, PhaseFacts, PhaseAction>(phaseActions, phase, given);
    expect(allowed).toEqual(part === 'steers' ? reached[phase] : []);
  });
});

describe('the course', () => {
  it('resumes where it was paused, and never leaves "closed"', () => {
    const steering: CollaborationFacts = facts(person('secretary', 'tricht'));
    const names = Object.keys(phaseActions) as PhaseAction[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names)), (actions) => {
        let [phase, before]: [CollaborationPhase, CollaborationPhase | null] = ['exploring', null];
        for (const name of actions) {
          const action = phaseActions[name];
          if (!action.from.some((from) => from === phase)) continue;
          expect(phase).not.toBe('closed');
          const to: CollaborationPhase =
            typeof action.to === 'function' ? action.to({ ...steering, phaseBeforePause: before }) : action.to;
          if (name === 'resume') expect(to).toBe(before);
          before = name === 'pause' ? phase : null;
          phase = to;
        }
      }),
    );
  });

  it('is open until it is looked back upon', () => {
    expect(collaborationPhases.filter(isOpen)).toEqual(['exploring', 'forming', 'executing', 'paused']);
  });

  it('names what is missing before the work begins', () => {
    expect(missingTerms({ ownerId: null, endsOn: null, exitRule: '', decidingBody: '' })).toEqual([
      'ownerId',
      'endsOn',
      'exitRule',
      'decidingBody',
    ]);
    expect(
      missingTerms({ ownerId: 'a', endsOn: '2026-12-31', exitRule: 'Tot het besluit.', decidingBody: '' }),
    ).toEqual(['decidingBody']);
  });
});
