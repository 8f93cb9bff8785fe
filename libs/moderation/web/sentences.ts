const maxSentences = 8;

/** The sentences of a proposal that a broker can point at, the title first. */
export function sentencesOf({ title, body }: { readonly title: string; readonly body: string }): readonly string[] {
  const sentences = body.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  return [...new Set([title, ...sentences])].filter((sentence) => sentence.length > 2).slice(0, maxSentences);
}
