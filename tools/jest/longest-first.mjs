import Sequencer from '@jest/test-sequencer';

/** What starts whole servers, longest first: begun late, one of these alone decides when the run ends. */
const LONGEST = ['tools/test/readme', 'tools/launcher/launcher', 'tools/database/database', 'tools/eslint/lint'];

const rank = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.includes(name));
  return found === -1 ? LONGEST.length : found;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
