import { isEmailAddress } from './people';

describe('an address for mail', () => {
  it.each(['oma@example.org', 'J.de.Vries+agenda@dorp-x.example.nl', "o'neil_1@a.co", `${'a'.repeat(64)}@example.org`])(
    '%s is one',
    (value) => {
      expect(isEmailAddress(value)).toBe(true);
    },
  );

  it.each([
    ...['jan@dorp_x.nl', 'jan@-dorp.nl', 'jan@dorp-.nl', 'jan@dorp', 'jan@dorp.n', '.jan@dorp.nl', 'jan.@dorp.nl'],
    ...['jan..b@dorp.nl', 'jan@@dorp.nl', 'jan b@dorp.nl', '@dorp.nl', '', `${'a'.repeat(65)}@example.org`],
    ...[`jan@${'a'.repeat(64)}.nl`, `jan@${'a.'.repeat(130)}nl`, 'jan@dorp.nl\n', '<jan@dorp.nl>'],
  ])('%j is none', (value) => {
    expect(isEmailAddress(value)).toBe(false);
  });
});
