/** A failure the reader can do something about: one sentence that says what is wrong and what to do. */
export class Problem extends Error {
  name = 'Problem';
}
