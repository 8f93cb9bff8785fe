import type { Actor, ScopedRole } from '@kernagenda/identity/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import { allowedCommentActions, answeringPart, mayComment } from './comment-actions';
import type { CommentAction } from './comment-actions';
import { commentStates } from './comments';
import type { CommentState } from './comments';

const place = { villageId: 'tricht', areaId: 'area', municipalityId: 'municipality' };
const person = (personId: string, roles: readonly ScopedRole[] = [], homeVillageId: string | null = null): Actor => ({
  personId,
  displayName: personId,
  homeVillageId,
  roles,
});
const role = (name: ScopedRole['role'], scopeId: string): ScopedRole => ({
  role: name,
  scopeType: scopeId === 'area' ? 'area' : scopeId === 'municipality' ? 'municipality' : 'village',
  scopeId,
});

const people = {
  visitor: null,
  asker: person('asker', [], 'tricht'),
  author: person('author', [], 'tricht'),
  neighbour: person('neighbour', [], 'tricht'),
  'group member': person('member', [role('group_member', 'tricht')], 'tricht'),
  secretary: person('secretary', [role('secretary', 'tricht')], 'tricht'),
  'secretary elsewhere': person('elsewhere', [role('secretary', 'deil')], 'deil'),
  broker: person('broker', [role('broker', 'area')]),
  'broker at home': person('home broker', [role('broker', 'area')], 'tricht'),
  'broker elsewhere': person('other broker', [role('broker', 'deil')]),
  official: person('official', [role('official', 'municipality')]),
  'official of the team': person('colleague', [{ role: 'official', scopeType: 'team', scopeId: 'green' }]),
  'official of another team': person('other colleague', [{ role: 'official', scopeType: 'team', scopeId: 'roads' }]),
  'official at home': person('home', [{ role: 'official', scopeType: 'team', scopeId: 'green' }], 'tricht'),
  alderman: person('alderman', [role('alderman', 'municipality')]),
  admin: person('admin', [role('admin', 'municipality')]),
} as const satisfies Record<string, Actor | null>;
type Who = keyof typeof people;

const pointFor = (actor: Actor | null, given: Partial<ProposalFacts> = {}): ProposalFacts => ({
  actor,
  authorId: 'author',
  enteredBy: [],
  place,
  moderationState: 'approved',
  agendaState: 'wish',
  needsStandIn: false,
  teamId: null,
  teamIds: ['green', 'roads'],
  isEditedSinceDecision: false,
  isResubmitted: false,
  undoableBy: null,
  agendaStateBeforeHold: null,
  undoableMove: null,
  ...given,
});

const answering: readonly CommentAction[] = ['assign', 'answer'];
const deciding: readonly CommentAction[] = ['accept_help', 'decline_help'];

/** What each person may do with a comment of the asker, per state; who is not named may do nothing. */
const expected: Readonly<Record<CommentState, Partial<Record<Who, readonly CommentAction[]>>>> = {
  placed: { asker: ['delete'], broker: ['hide'] },
  open: {
    asker: ['delete'],
    secretary: answering,
    broker: [...answering, 'hide'],
    'official of the team': answering,
    alderman: answering,
  },
  answered: { broker: ['hide'] },
  offered: { asker: ['delete'], author: deciding, broker: ['hide'] },
  agreed: { author: ['see_contact'], broker: ['hide'] },
  declined: { asker: ['delete'], broker: ['hide'] },
};

const rows = commentStates.flatMap((state) =>
  (Object.keys(people) as Who[]).map((who) => [state, who, expected[state][who] ?? []] as const),
);

describe('a comment', () => {
  it.each(rows)('that is %s: the %s may do %j', (state, who, actions) => {
    const facts = {
      point: pointFor(people[who]),
      authorId: 'asker',
      isHidden: false,
      teamId: 'green',
      agreedBy: 'author',
    };
    expect(allowedCommentActions(state, facts)).toEqual(actions);
  });

  it.each(rows)('that is %s and hidden: the %s gets no further than taking it back or showing it', (state, who) => {
    const facts = {
      point: pointFor(people[who]),
      authorId: 'asker',
      isHidden: true,
      teamId: 'green',
      agreedBy: 'author',
    };
    const mayTakeBack = who === 'asker' && state !== 'answered' && state !== 'agreed';
    const actions = who === 'broker' ? ['show_again'] : mayTakeBack ? ['delete'] : [];
    expect(allowedCommentActions(state, facts)).toEqual(actions);
  });

  it('is not hidden or answered by the broker who wrote it', () => {
    const facts = {
      point: pointFor(people.broker),
      authorId: 'broker',
      isHidden: false,
      teamId: 'green',
      agreedBy: null,
    };
    expect(allowedCommentActions('open', facts)).toEqual(['delete']);
  });

  it('with an offer of help on a point without a known author is for the group and the broker', () => {
    const decide = (who: Who): readonly CommentAction[] => {
      const point = pointFor(people[who], { authorId: null });
      return allowedCommentActions('offered', {
        point,
        authorId: 'asker',
        isHidden: false,
        teamId: 'green',
        agreedBy: null,
      });
    };
    expect(decide('secretary')).toEqual(deciding);
    expect(decide('broker')).toEqual([...deciding, 'hide']);
    expect(decide('neighbour')).toEqual([]);
    expect(decide('secretary elsewhere')).toEqual([]);
  });
});

describe('talking on a point', () => {
  const talkers: readonly Who[] = [
    'asker',
    'author',
    'neighbour',
    'group member',
    'secretary',
    'secretary elsewhere',
    'broker',
    'broker at home',
    'broker elsewhere',
  ];
  it.each(Object.keys(people) as Who[])(
    'is open to residents of anywhere, not to visitors or other staff: %s',
    (who) => {
      expect(mayComment(pointFor(people[who]))).toBe(talkers.includes(who));
    },
  );

  it.each([
    { moderationState: 'hidden' },
    { moderationState: 'submitted' },
    { agendaState: 'merged' },
    { agendaState: 'withdrawn' },
  ] as const)('ends where the point is %j', (given) => {
    expect(mayComment(pointFor(people.neighbour, given))).toBe(false);
  });

  it('tells as whom somebody answers, and staff answer nothing at home', () => {
    const part = (actor: Actor | null) => answeringPart({ point: pointFor(actor), teamId: 'green' });
    expect(part(people.broker)).toBe('broker');
    expect(part(people.secretary)).toBe('secretary');
    expect(part(people.alderman)).toBe('alderman');
    expect(part(people['official of the team'])).toBe('official');
    expect(part(people['broker at home'])).toBeNull();
    expect(part(people['official at home'])).toBeNull();
    expect(part(person('a', [role('alderman', 'municipality')], 'tricht'))).toBeNull();
  });

  it('lets the team that has the point answer what was asked of somebody else, while there is that team', () => {
    const point = pointFor(people['official of the team'], { teamId: 'green' });
    expect(answeringPart({ point, teamId: null })).toBe('official');
    expect(answeringPart({ point: { ...point, teamIds: ['roads'] }, teamId: null })).toBeNull();
    expect(answeringPart({ point: pointFor(people['official of the team']), teamId: null })).toBeNull();
  });
});
