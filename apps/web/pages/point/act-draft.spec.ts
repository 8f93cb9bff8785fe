import { type ActDraft, brokerOwns, emptyDraft, faultsOf } from './act-draft';

// In Amsterdam it is past midnight already.
const now = new Date('2026-03-09T23:30:00Z');
const draft = (change: Partial<ActDraft>): ActDraft => ({ ...emptyDraft, ...change });
const plan = (change: Partial<ActDraft>) =>
  Object.keys(faultsOf('plan', draft({ owner: brokerOwns, dueOn: '2026-03-10', ...change }), now));

describe('a plan', () => {
  it.each([
    [{}, []],
    [{ owner: 'a team' }, []],
    [{ executor: 'Waterschap' }, []],
    [{ owner: '' }, ['owner']],
    [{ dueOn: '' }, ['dueOn']],
    [{ dueOn: '2026-03-09' }, ['dueOn']],
    [{ executor: 'x' }, ['executor']],
    [{ executor: 'x'.repeat(121) }, ['executor']],
    [{ owner: '', dueOn: '', executor: 'x' }, ['owner', 'executor', 'dueOn']],
  ])('with %j has faults in %j', (change, fields) => {
    expect(plan(change)).toEqual(fields);
  });
});

describe('the end of a plan', () => {
  it('asks for a reason, or for what was done', () => {
    expect(Object.keys(faultsOf('unplan', draft({ reason: 'Zomaar' }), now))).toEqual(['reason']);
    expect(Object.keys(faultsOf('finish', draft({ evidence: '          ' }), now))).toEqual(['evidence']);
    expect(faultsOf('finish', draft({ evidence: 'De bank staat er.' }), now)).toEqual({});
  });
});
