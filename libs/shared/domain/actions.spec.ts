import { allowedActions, defineActions, stateAfter } from './actions';
import { Problem } from './problems';

const doors = defineActions<'open' | 'closed' | 'locked', { hasKey: boolean; before: 'open' | 'closed' }>()({
  close: { from: ['open'], to: 'closed', allows: () => true },
  lock: { from: ['open', 'closed'], to: 'locked', allows: ({ hasKey }) => hasKey },
  unlock: { from: ['locked'], to: ({ before }) => before, allows: ({ hasKey }) => hasKey },
});

const codeOf = (attempt: () => unknown): unknown => {
  try {
    attempt();
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
  return 'allowed';
};

describe('an action table', () => {
  it('names what this person may do from this state', () => {
    expect(allowedActions(doors, 'open', { hasKey: true, before: 'open' })).toEqual(['close', 'lock']);
    expect(allowedActions(doors, 'open', { hasKey: false, before: 'open' })).toEqual(['close']);
  });

  it('moves along an edge, also to a state that depends on the past', () => {
    expect(stateAfter(doors, 'lock', 'closed', { hasKey: true, before: 'open' })).toBe('locked');
    expect(stateAfter(doors, 'unlock', 'locked', { hasKey: true, before: 'closed' })).toBe('closed');
  });

  it('tells "you may not" from "not now", and never tells the state to who may not', () => {
    expect(codeOf(() => stateAfter(doors, 'lock', 'locked', { hasKey: false, before: 'open' }))).toBe('not_allowed');
    expect(codeOf(() => stateAfter(doors, 'lock', 'locked', { hasKey: true, before: 'open' }))).toBe('wrong_state');
    expect(codeOf(() => stateAfter(doors, 'paint', 'open', { hasKey: true, before: 'open' }))).toBe('not_allowed');
  });
});
