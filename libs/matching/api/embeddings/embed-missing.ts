import type { Asking } from '../suggestions';
import { EmbeddingsFailed, embeddingLimits } from './embedder';
import type { EmbedOptions, Embedder } from './embedder';
import { dimensionsOf, saveVectors, textsWithoutVector } from './vectors.queries';
import type { NewVector, TextWithoutVector } from './vectors.queries';

export interface EmbedMissingOptions extends EmbedOptions {
  readonly now: Date;
  /** Hashes of texts the model would not take; grows, so that they are not sent again and again. */
  readonly refused: Set<string>;
}

export interface EmbedOutcome {
  /** How many texts got a vector. */
  readonly made: number;
  /** Why the rest has none, in a sentence for a log; null when nothing failed. */
  readonly failure: string | null;
}

/** After this the rest waits for the next turn, so that what was made is used meanwhile. */
const turnMilliseconds = 60_000;

/**
 * Gives public texts the vectors they lack; of each its title and its text are sent, and nothing else. Never within a
 * transaction, because it waits for another server; what was made before a failure stays.
 */
export async function embedMissing(
  db: Asking,
  embedder: Embedder,
  options: EmbedMissingOptions,
): Promise<EmbedOutcome> {
  const { model } = embedder;
  const end = performance.now() + turnMilliseconds;
  let made = 0;
  let afterId: string | null = null;
  while (performance.now() < end) {
    const skipped = [...options.refused];
    const texts: TextWithoutVector[] = await textsWithoutVector(db, {
      ...{ model, afterId, skipped, limit: embeddingLimits.texts },
    });
    if (texts.length === 0) break;
    afterId = texts.at(-1)?.id ?? null;
    try {
      const vectors = await vectorsFor(texts, embedder, options);
      const size = (await dimensionsOf(db, model)) ?? vectors[0]?.vector.length;
      if (vectors.some(({ vector }) => vector.length !== size)) {
        throw new EmbeddingsFailed('its vectors have another size than this model had before: it needs another name');
      }
      made += await saveVectors(db, { model, vectors, now: options.now });
    } catch (error) {
      if (!(error instanceof EmbeddingsFailed)) throw error;
      return { made, failure: error.message };
    }
  }
  return { made, failure: null };
}

/** When texts are refused together each is asked alone, so that one that is too much does not keep the others waiting. */
async function vectorsFor(
  texts: readonly TextWithoutVector[],
  embedder: Embedder,
  options: EmbedMissingOptions,
): Promise<NewVector[]> {
  try {
    const vectors = await embedder.embed(
      texts.map(({ title, body }) => (body === '' ? title : `${title}\n${body}`)),
      options,
    );
    return vectors.flatMap((vector, index) => {
      const text = texts[index];
      return text ? [{ id: text.id, textHash: text.textHash, vector }] : [];
    });
  } catch (error) {
    if (!(error instanceof EmbeddingsFailed) || !error.isAboutTexts || texts.length === 1) throw error;
    const each: NewVector[] = [];
    const refused: string[] = [];
    for (const text of texts) {
      try {
        each.push(...(await vectorsFor([text], embedder, options)));
      } catch (alone) {
        if (!(alone instanceof EmbeddingsFailed) || !alone.isAboutTexts) throw alone;
        refused.push(text.textHash);
      }
    }
    // Not one was taken: that is not about the texts.
    if (each.length === 0) throw error;
    refused.forEach((hash) => options.refused.add(hash));
    return each;
  }
}
