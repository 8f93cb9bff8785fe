import { agendaStates } from '@kernagenda/proposals/domain';
import { dayOf, executorOf, pointsIn, statesOnAgenda } from './agendas';
import { aPoint } from './testing';

describe('the parts of an agenda', () => {
  it('hold every state once, and none of what was merged or withdrawn', () => {
    const points = agendaStates.map((agendaState) => aPoint({ id: agendaState, agendaState }));
    const ids = (part: Parameters<typeof pointsIn>[1]) => pointsIn(points, part).map(({ id }) => id);
    expect(ids('running')).toEqual(['on_agenda', 'planned', 'in_progress', 'on_hold']);
    expect(ids('wishes')).toEqual(['wish', 'exploring']);
    expect(ids('not_feasible')).toEqual(['not_feasible']);
    expect(ids('done')).toEqual(['done']);
    expect(agendaStates.filter((state) => !statesOnAgenda.includes(state))).toEqual(['merged', 'withdrawn']);
  });
});

describe('who carries it out', () => {
  const team = { id: 't', name: 'Openbare ruimte' };
  it.each([
    ['nobody yet', null, null],
    ['the municipality', { team }, ['municipality']],
    ['the municipality where the broker has it', {}, ['municipality']],
    ['another body', { executor: 'Waterschap' }, ['other']],
    ['the residents', { byResidents: true }, ['residents']],
    ['a team and another', { team, executor: 'Dorpsplatform' }, ['municipality', 'other']],
    ['a team and the residents', { team, byResidents: true }, ['municipality', 'residents']],
    ['the residents and another', { byResidents: true, executor: 'Waterschap' }, ['residents', 'other']],
    ['all of them', { team, byResidents: true, executor: 'Waterschap' }, ['municipality', 'residents', 'other']],
  ])('is %s', (_, given, parties) => {
    const plan = given && { team: null, byResidents: false, executor: null, dueOn: '2026-06-01', ...given };
    expect(executorOf(plan)?.parties ?? null).toEqual(parties);
  });

  it('is named with the team and the other', () => {
    const plan = { team, byResidents: false, executor: 'Waterschap', dueOn: '2026-06-01' };
    expect(executorOf(plan)).toMatchObject({ team: 'Openbare ruimte', other: 'Waterschap' });
  });
});

describe('the day of a point', () => {
  const plan = { team: null, byResidents: false, executor: null, dueOn: '2026-06-01' };
  it.each([
    ['planned', '2026-06-01'],
    ['in_progress', '2026-06-01'],
    ['on_hold', '2026-09-01'],
    ['done', null],
    ['on_agenda', null],
  ] as const)('that is %s is %s', (agendaState, day) => {
    expect(dayOf({ agendaState, plan, reviewOn: '2026-09-01' })).toBe(day);
  });
});
