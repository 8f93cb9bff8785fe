/**
 * A number of 32 bits for a word (FNV-1a), so that a million texts are compared by numbers instead of words. Two words
 * have the same number once in four thousand million pairs; the words a reader is shown are always compared as words.
 */
export function wordKey(word: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
