import { actingOf, procurementStates, stepOf, stepsOf } from './states';

const drawn = (...args: Parameters<typeof stepsOf>): string =>
  stepsOf(...args)
    .map(({ state }) => ({ past: 'x', now: 'o', next: '.' })[state])
    .join('');

describe('the ten steps', () => {
  it.each([
    ['gathering', false, 'o.........'],
    ['demand_frozen', false, 'xxo.......'],
    ['quotes_requested', false, 'xxxxo.....'],
    ['quotes_requested', true, 'xxxxxo....'],
    ['advised', true, 'xxxxxxo...'],
    ['delivered', true, 'xxxxxxxxxo'],
    ['evaluated', true, 'xxxxxxxxxx'],
  ] as const)('of %s (open: %s) are %s', (state, areOpen, steps) => {
    expect(drawn(state, areOpen, null)).toBe(steps);
  });

  it('stop where it ended early', () => {
    expect(drawn('not_joint', true, 'advise')).toBe('xxxxx.....');
    expect(drawn('cancelled', false, 'gather')).toBe('..........');
  });

  it('have somebody who acts while one is being taken, and nobody after', () => {
    for (const state of procurementStates)
      expect(actingOf(state, true, false) === 'nobody').toBe(stepOf(state, true) === null);
  });
});
