import type { Actor, ScopedRole } from '@kernagenda/identity/domain';
import { allowedActions, stateAfter } from '@kernagenda/shared/domain';
import type { ProposalFacts } from './lifecycles';
import { agendaStates, closedAgendaStates, moderationStates } from './states';
import { readableVersionStates, versionActions, versionStates } from './versions';
import type { NewTextState, VersionAction } from './versions';

const person = (personId: string, homeVillageId: string | null, ...roles: ScopedRole[]): Actor => ({
  personId,
  displayName: personId,
  homeVillageId,
  roles,
});
const broker: ScopedRole = { role: 'broker', scopeType: 'area', scopeId: 'gebied-1' };
const secretary: ScopedRole = { role: 'secretary', scopeType: 'village', scopeId: 'tricht' };
const admin: ScopedRole = { role: 'admin', scopeType: 'municipality', scopeId: 'west-betuwe' };

const people: Readonly<Record<string, Actor | null>> = {
  visitor: null,
  author: person('author', 'tricht'),
  resident: person('resident', 'tricht'),
  secretary: person('secretary', 'tricht', secretary),
  broker: person('broker', 'deil', broker),
  'broker of elsewhere': person('elsewhere', null, { ...broker, scopeId: 'gebied-2' }),
  'broker who lives there': person('local', 'tricht', broker),
  'broker who is the author': person('author', 'deil', broker),
  admin: person('admin', null, admin),
};
const names = Object.keys(people);
const authors = ['author', 'broker who is the author'];

/** What the design says, written down once more and apart from the table under test. */
const table: Readonly<
  Record<VersionAction, { from: NewTextState; to: NewTextState; who: string[]; needsOpen: boolean }>
> = {
  propose_version: { from: 'none', to: 'pending', who: authors, needsOpen: true },
  withdraw_version: { from: 'pending', to: 'withdrawn', who: authors, needsOpen: false },
  approve_version: { from: 'pending', to: 'approved', who: ['broker'], needsOpen: true },
  refuse_version: { from: 'pending', to: 'refused', who: ['broker'], needsOpen: true },
};

const facts = (who: string, given: Partial<ProposalFacts> = {}): ProposalFacts => ({
  actor: people[who] ?? null,
  authorId: 'author',
  enteredBy: [],
  place: { villageId: 'tricht', areaId: 'gebied-1', municipalityId: 'west-betuwe' },
  moderationState: 'approved',
  agendaState: 'wish',
  needsStandIn: false,
  isEditedSinceDecision: false,
  isResubmitted: false,
  undoableBy: null,
  agendaStateBeforeHold: null,
  undoableMove: null,
  teamId: null,
  teamIds: [],
  ...given,
});
const outcome = (attempt: () => string): string => {
  try {
    return attempt();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'crash';
  }
};

describe('the lifecycle of a new text', () => {
  const states: readonly NewTextState[] = ['none', ...versionStates];
  const rows = Object.entries(table).flatMap(([action, { from, to, who }]) =>
    states.flatMap((state) =>
      names.map((name) => {
        const expected = !who.includes(name) ? 'not_allowed' : state !== from ? 'wrong_state' : to;
        return [action, state, name, expected] as const;
      }),
    ),
  );

  it.each(rows)('%s from %s by %s gives %s', (action, state, name, expected) => {
    expect(outcome(() => stateAfter(versionActions, action, state, facts(name)))).toBe(expected);
  });

  it.each(
    moderationStates.flatMap((moderationState) => agendaStates.map((state) => [moderationState, state] as const)),
  )(
    'of a text that is %s and a point that is %s asks for a point that is public and open, but for taking it back',
    (moderationState, agendaState) => {
      const isOpen = moderationState === 'approved' && !closedAgendaStates.some((state) => state === agendaState);
      for (const [action, { from, who, needsOpen }] of Object.entries(table)) {
        for (const name of names) {
          const offered: readonly string[] = allowedActions(
            versionActions,
            from,
            facts(name, { moderationState, agendaState }),
          );
          expect(offered.includes(action)).toBe(who.includes(name) && (isOpen || !needsOpen));
        }
      }
    },
  );

  it('shows what waits or was refused to its author and the broker alone, and what was withdrawn to nobody', () => {
    for (const name of names) {
      const mayKnow = [...authors, 'broker'].includes(name);
      expect(readableVersionStates(facts(name))).toEqual(mayKnow ? ['approved', 'pending', 'refused'] : ['approved']);
    }
  });
});
