import * as fc from 'fast-check';
import type { Actor, ScopedRole } from '@kernagenda/identity/domain';
import { allowedActions, stateAfter } from '@kernagenda/shared/domain';
import {
  agendaActions,
  mayDelete,
  mayEdit,
  mayModerate,
  mayRead,
  maySupport,
  moderationActions,
  moveActions,
  type AgendaAction,
  type ModerationAction,
  type ProposalFacts,
} from './lifecycles';
import { agendaStates, moderationStates, type AgendaState, type ModerationState } from './states';

const place = { villageId: 'tricht', areaId: 'gebied-1', municipalityId: 'west-betuwe' };

const person = (personId: string, homeVillageId: string | null, ...roles: ScopedRole[]): Actor => ({
  personId,
  displayName: personId,
  homeVillageId,
  roles,
});
const role = (name: ScopedRole['role'], scopeType: ScopedRole['scopeType'], scopeId: string): ScopedRole => ({
  role: name,
  scopeType,
  scopeId,
});

/** Everybody who could knock on the door, by who they are. */
const people: Readonly<Record<string, Actor | null>> = {
  visitor: null,
  author: person('author', 'tricht'),
  resident: person('resident', 'tricht'),
  'resident of elsewhere': person('elsewhere', 'deil'),
  'group member': person('member', 'tricht', role('group_member', 'village', 'tricht')),
  secretary: person('secretary', 'tricht', role('secretary', 'village', 'tricht')),
  'secretary of elsewhere': person('other-secretary', 'deil', role('secretary', 'village', 'deil')),
  broker: person('broker', 'deil', role('broker', 'area', 'gebied-1')),
  'broker of the village': person('village-broker', null, role('broker', 'village', 'tricht')),
  'broker who lives there': person('local-broker', 'tricht', role('broker', 'area', 'gebied-1')),
  'broker of elsewhere': person('other-broker', null, role('broker', 'area', 'gebied-2')),
  'broker who is the author': person('author', 'deil', role('broker', 'area', 'gebied-1')),
  official: person('official', null, role('official', 'municipality', 'west-betuwe')),
  'official of the team': person('team-official', null, role('official', 'team', 'roads')),
  'official of another team': person('other-official', null, role('official', 'team', 'green')),
  'official of a team that ended': person('late-official', null, role('official', 'team', 'gone')),
  'official who lives there': person('local-official', 'tricht', role('official', 'team', 'roads')),
  'official who is the author': person('author', null, role('official', 'team', 'roads')),
  alderman: person('alderman', null, role('alderman', 'municipality', 'west-betuwe')),
  admin: person('admin', null, role('admin', 'municipality', 'west-betuwe')),
};

const brokers = ['broker', 'broker of the village'];
const authors = ['author', 'broker who is the author', 'official who is the author'];

/** What the design says, written down once more and apart from the table under test. */
const moderation: Readonly<Record<ModerationAction, { from: ModerationState[]; to: ModerationState; who: string[] }>> =
  {
    submit: { from: ['draft', 'changes_requested', 'refused'], to: 'submitted', who: authors },
    recall: { from: ['submitted'], to: 'draft', who: authors },
    approve: { from: ['submitted'], to: 'approved', who: brokers },
    request_changes: { from: ['submitted'], to: 'changes_requested', who: brokers },
    refuse: { from: ['submitted'], to: 'refused', who: brokers },
    hide: { from: ['approved'], to: 'hidden', who: brokers },
    show_again: { from: ['hidden'], to: 'approved', who: brokers },
    undo: { from: ['approved', 'changes_requested', 'refused'], to: 'submitted', who: ['broker'] },
    reconsider: { from: ['refused', 'changes_requested'], to: 'submitted', who: brokers },
  };

const owners = [...brokers, 'official of the team'];
const curators = [...brokers, 'secretary'];
const agenda: Readonly<Record<AgendaAction, { from: AgendaState[]; to: AgendaState; who: string[] }>> = {
  explore: { from: ['wish'], to: 'exploring', who: curators },
  put_on_agenda: { from: ['exploring'], to: 'on_agenda', who: curators },
  take_off_agenda: { from: ['on_agenda'], to: 'exploring', who: curators },
  plan: { from: ['on_agenda'], to: 'planned', who: [...owners, 'official of another team'] },
  unplan: { from: ['planned'], to: 'on_agenda', who: owners },
  start: { from: ['planned'], to: 'in_progress', who: owners },
  finish: { from: ['in_progress'], to: 'done', who: owners },
  hold: { from: ['exploring', 'on_agenda', 'planned', 'in_progress'], to: 'on_hold', who: owners },
  resume: { from: ['on_hold'], to: 'planned', who: owners },
  mark_not_feasible: { from: ['wish', 'exploring', 'on_agenda', 'planned'], to: 'not_feasible', who: owners },
  reopen: { from: ['not_feasible'], to: 'exploring', who: owners },
  merge: { from: ['wish', 'exploring'], to: 'merged', who: brokers },
  withdraw: { from: ['wish', 'exploring'], to: 'withdrawn', who: authors },
};

const facts = (who: string, given: Partial<ProposalFacts> = {}): ProposalFacts => ({
  actor: people[who] ?? null,
  authorId: 'author',
  enteredBy: [],
  place,
  moderationState: 'approved',
  agendaState: 'wish',
  needsStandIn: false,
  isEditedSinceDecision: false,
  isResubmitted: false,
  undoableBy: 'broker',
  agendaStateBeforeHold: 'planned',
  undoableMove: { by: 'broker', from: 'wish' },
  teamId: 'roads',
  teamIds: ['roads', 'green'],
  ...given,
});

const names = Object.keys(people);
const outcome = (attempt: () => string): string => {
  try {
    return attempt();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'crash';
  }
};

describe('moderation lifecycle', () => {
  const rows = Object.entries(moderation).flatMap(([action, { from, to, who }]) =>
    moderationStates.flatMap((state) =>
      names.map((name) => {
        const expected = !who.includes(name) ? 'not_allowed' : !from.includes(state) ? 'wrong_state' : to;
        return [action, state, name, expected] as const;
      }),
    ),
  );

  it.each(rows)('%s from %s by %s gives %s', (action, state, name, expected) => {
    // A refused text comes back only after an edit, which nothing else wants.
    const given = facts(name, { moderationState: state, isEditedSinceDecision: action === 'submit' });
    expect(outcome(() => stateAfter(moderationActions, action, state, given))).toBe(expected);
    const isOffered = allowedActions(moderationActions, state, given).some((offered) => offered === action);
    expect(isOffered).toBe(expected !== 'not_allowed' && expected !== 'wrong_state');
  });

  it.each([
    ['only after an edit', { isEditedSinceDecision: false }, 'not_allowed'],
    ['only once', { isResubmitted: true }, 'not_allowed'],
    ['after an edit, once', {}, 'submitted'],
  ])('lets a refused text come back %s', (_, given, expected) => {
    const refused = facts('author', { moderationState: 'refused', isEditedSinceDecision: true, ...given });
    expect(outcome(() => stateAfter(moderationActions, 'submit', 'refused', refused))).toBe(expected);
  });

  it.each(['refused', 'changes_requested'] as const)(
    'takes back no decision that left a text %s while its author changes it',
    (state) => {
      const edited = facts('broker', { moderationState: state, isEditedSinceDecision: true });
      const offered = allowedActions(moderationActions, state, edited);
      expect(offered).not.toContain('undo');
      expect(offered).not.toContain('reconsider');
    },
  );

  it('lets nobody undo when the window has closed', () => {
    const late = facts('broker', { undoableBy: null });
    expect(outcome(() => stateAfter(moderationActions, 'undo', 'approved', late))).toBe('not_allowed');
  });
});

describe('agenda lifecycle', () => {
  const rows = Object.entries(agenda).flatMap(([action, { from, to, who }]) =>
    agendaStates.flatMap((state) =>
      names.map((name) => {
        const expected = !who.includes(name) ? 'not_allowed' : !from.includes(state) ? 'wrong_state' : to;
        return [action, state, name, expected] as const;
      }),
    ),
  );

  it.each(rows)('%s from %s by %s gives %s', (action, state, name, expected) => {
    const given = facts(name, { agendaState: state });
    expect(outcome(() => stateAfter(agendaActions, action, state, given))).toBe(expected);
  });

  it.each(moderationStates.filter((state) => state !== 'approved'))('offers nothing while the text is %s', (state) => {
    for (const name of names) {
      const given = facts(name, { moderationState: state });
      for (const from of agendaStates) expect(allowedActions(agendaActions, from, given)).toEqual([]);
    }
  });

  it('is the work of the broker where no team has it', () => {
    const given = facts('official of the team', { agendaState: 'planned', teamId: null });
    expect(allowedActions(agendaActions, 'planned', given)).toEqual([]);
    expect(outcome(() => stateAfter(agendaActions, 'start', 'planned', facts('broker', { teamId: null })))).toBe(
      'in_progress',
    );
  });

  it('resumes at exploring when nobody knows where it stood', () => {
    const given = facts('broker', { agendaState: 'on_hold', agendaStateBeforeHold: null });
    expect(stateAfter(agendaActions, 'resume', 'on_hold', given)).toBe('exploring');
  });
});

describe('taking back a step along the agenda', () => {
  it.each(names)('is only for who made it, while there is time: %s', (name) => {
    const given = facts(name, { agendaState: 'exploring' });
    const may = name === 'broker';
    expect(outcome(() => stateAfter(moveActions, 'take_back', 'exploring', given))).toBe(may ? 'wish' : 'not_allowed');
    const late = { ...given, undoableMove: null };
    expect(outcome(() => stateAfter(moveActions, 'take_back', 'exploring', late))).toBe('not_allowed');
  });

  it('is not for who lost the role since', () => {
    const given = facts('group member', { agendaState: 'exploring', undoableMove: { by: 'member', from: 'wish' } });
    expect(outcome(() => stateAfter(moveActions, 'take_back', 'exploring', given))).toBe('not_allowed');
  });
});

describe('standing in', () => {
  it('lets any broker moderate where no broker of the village is free', () => {
    expect(mayModerate(facts('broker of elsewhere', { needsStandIn: true }))).toBe(true);
  });

  it.each([
    'broker who lives there',
    'broker who is the author',
    'secretary',
    'official',
    'alderman',
    'admin',
    'visitor',
  ])('gives a %s nothing by it', (name) => {
    expect(mayModerate(facts(name, { needsStandIn: true }))).toBe(false);
  });
});

describe('who wrote it down for the author', () => {
  it('moderates it no more than its author does', () => {
    expect(mayModerate(facts('broker'))).toBe(true);
    expect(mayModerate(facts('broker', { enteredBy: ['somebody', 'broker'] }))).toBe(false);
    expect(mayModerate(facts('broker', { enteredBy: ['broker'], needsStandIn: true }))).toBe(false);
  });
});

describe('reading, editing, deleting, supporting', () => {
  const readers: Readonly<Record<ModerationState, readonly string[]>> = {
    draft: authors,
    submitted: [...authors, ...brokers],
    changes_requested: [...authors, ...brokers],
    approved: names,
    refused: [...authors, ...brokers],
    hidden: [...authors, ...brokers],
  };
  const rows = moderationStates.flatMap((state) =>
    names.map((name) => [state, name, readers[state].includes(name)] as const),
  );

  it.each(rows)('reading what is %s as %s: %s', (moderationState, name, expected) => {
    expect(mayRead(facts(name, { moderationState }))).toBe(expected);
  });

  it.each(rows)('changing the text of what is %s as %s', (moderationState, name) => {
    const isEditable = ['draft', 'changes_requested', 'refused'].includes(moderationState);
    expect(mayEdit(facts(name, { moderationState }))).toBe(isEditable && authors.includes(name));
  });

  it('changing a refused text ends once it came back and was refused again', () => {
    const again = facts('author', { moderationState: 'refused', isResubmitted: true });
    expect(mayEdit(again)).toBe(false);
    expect(mayEdit({ ...again, moderationState: 'changes_requested' })).toBe(true);
  });

  it.each(rows)('deleting what is %s as %s', (moderationState, name) => {
    expect(mayDelete(facts(name, { moderationState }))).toBe(moderationState === 'draft' && authors.includes(name));
  });

  it.each(agendaStates.flatMap((state) => names.map((name) => [state, name] as const)))(
    'supporting what is %s as %s',
    (agendaState, name) => {
      const isOpen = !['done', 'not_feasible', 'merged', 'withdrawn'].includes(agendaState);
      const isResident = !/^(visitor|official|alderman|admin)/.test(name);
      expect(maySupport(facts(name, { agendaState }))).toBe(isOpen && isResident);
      expect(maySupport(facts(name, { agendaState, moderationState: 'submitted' }))).toBe(false);
    },
  );
});

describe('any walk through the lifecycles', () => {
  const anyName = fc.constantFrom(...names);

  it('never leaves the known states, and never makes a text public without a broker who may moderate', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(moderationActions)), anyName);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: ModerationState = 'draft';
        for (const [action, name] of steps) {
          const given = facts(name, { moderationState: state });
          const next = outcome(() => stateAfter(moderationActions, action, state, given));
          const known = moderationStates.find((one) => one === next);
          if (!known) continue;
          if (known === 'approved') expect(mayModerate(given)).toBe(true);
          state = known;
        }
        expect(moderationStates).toContain(state);
      }),
    );
  });
});
