import { request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import type { EmbeddingSettings } from '@kernagenda/shared/api';
import { normalise } from '@kernagenda/matching/domain';
import { AddressRefused, addressFault, guardedLookup, literalOf, requireReachable } from './addresses';
import type { Resolve } from './addresses';

export const embeddingLimits = {
  /** In one request; what servers take by themselves. */
  texts: 32,
  /** Of one text, beyond which most models stop reading. */
  characters: 2_000,
  dimensions: 4_096,
  answerBytes: 8_000_000,
  milliseconds: 30_000,
} as const;

/** Why there are no vectors, in a sentence for a log: no address, no key and no text in it. */
export class EmbeddingsFailed extends Error {
  constructor(
    reason: string,
    /** Whether the answer was about these texts, so that others may succeed. */
    readonly isAboutTexts = false,
  ) {
    super(reason);
  }
}

/** Turns texts into vectors. */
export interface Embedder {
  /** Vectors of different models cannot be compared. */
  readonly model: string;
  /**
   * One vector of length 1 for each text, in their order, all of one size.
   * @throws EmbeddingsFailed
   */
  embed(texts: readonly string[], options: EmbedOptions): Promise<Float32Array[]>;
}

export interface EmbedOptions {
  readonly isPublicAllowed: boolean;
  readonly signal?: AbortSignal;
}

/** What a test puts in the place of names and time. */
export interface Surroundings {
  readonly resolve?: Resolve;
  readonly milliseconds?: number;
}

interface Answer {
  readonly data?: readonly { readonly index?: unknown; readonly embedding?: unknown }[];
}

/** An address that speaks OpenAI's `/v1/embeddings`, as Ollama, Text Embeddings Inference and vLLM do. */
export function createEmbedder(settings: EmbeddingSettings, surroundings: Surroundings = {}): Embedder {
  const { model } = settings;
  const { resolve, milliseconds = embeddingLimits.milliseconds } = surroundings;

  async function embed(texts: readonly string[], { isPublicAllowed, signal }: EmbedOptions): Promise<Float32Array[]> {
    if (texts.length === 0) return [];
    if (texts.length > embeddingLimits.texts) throw new EmbeddingsFailed('it was asked too many texts at once');
    const url = new URL(settings.url);
    const fault = addressFault(settings.url);
    if (fault !== null) throw new EmbeddingsFailed(`its address ${fault}`);
    const rules = { isPublicAllowed, isEncrypted: url.protocol === 'https:' };
    const time = AbortSignal.timeout(milliseconds);
    try {
      // No name is looked up for a number, so the connection would not ask.
      const literal = literalOf(url.hostname);
      if (literal !== null) requireReachable([literal], rules);
      const input = texts.map((text) => text.slice(0, embeddingLimits.characters));
      const answer = await post(url, JSON.stringify({ model, input }), {
        key: settings.key,
        lookup: guardedLookup(rules, resolve),
        signal: signal ? AbortSignal.any([signal, time]) : time,
      });
      return vectorsOf(answer, texts.length);
    } catch (error) {
      if (time.aborted) throw new EmbeddingsFailed(`it gave no answer in ${milliseconds / 1000} seconds`);
      throw failureOf(error);
    }
  }

  return { model, embed };
}

interface PostOptions {
  readonly key: string | null;
  readonly lookup: ReturnType<typeof guardedLookup>;
  readonly signal: AbortSignal;
}

/** Sends JSON on a connection of its own and follows nothing; an answer that is too large is cut off while it comes. */
function post(url: URL, body: string, { key, lookup, signal }: PostOptions): Promise<unknown> {
  const request = url.protocol === 'https:' ? requestEncrypted : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent: false,
      lookup,
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json',
        // What is compressed would be larger than what was counted.
        'accept-encoding': 'identity',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const read = async (): Promise<unknown> => {
        const { statusCode = 0 } = response;
        if (statusCode !== 200) throw statusFailure(statusCode);
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of response as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > embeddingLimits.answerBytes) throw new EmbeddingsFailed('its answer is too large');
          chunks.push(chunk);
        }
        return JSON.parse(Buffer.concat(chunks).toString('utf8'));
      };
      read()
        .then(resolve, reject)
        .finally(() => sent.destroy());
    });
    sent.end(body);
  });
}

function statusFailure(status: number): EmbeddingsFailed {
  if (status >= 300 && status < 400) return new EmbeddingsFailed('it sends us elsewhere, and that is not followed');
  return new EmbeddingsFailed(`it answered ${status}`, [400, 413, 422].includes(status));
}

function failureOf(error: unknown): EmbeddingsFailed {
  if (error instanceof EmbeddingsFailed) return error;
  if (error instanceof AddressRefused) return new EmbeddingsFailed(`its address is refused: ${error.message}`);
  if (error instanceof SyntaxError) return new EmbeddingsFailed('its answer is no JSON');
  // A message may name the address, a code does not.
  const code = (error as { readonly code?: unknown }).code;
  return new EmbeddingsFailed(`it cannot be reached (${typeof code === 'string' ? code : 'unknown'})`);
}

/** @throws EmbeddingsFailed when there is not exactly one vector of finite numbers for each text, all of one size */
function vectorsOf(answer: unknown, count: number): Float32Array[] {
  const { data } = (answer ?? {}) as Answer;
  if (!Array.isArray(data) || data.length !== count)
    throw new EmbeddingsFailed('it did not answer a vector for each text');
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of data as NonNullable<Answer['data']>) {
    if (!isVector(embedding)) throw new EmbeddingsFailed('its answer holds what is no vector');
    const unit = normalise(embedding);
    if (!unit) throw new EmbeddingsFailed('its answer holds a vector without a direction');
    if (typeof index !== 'number' || !(index in data) || index in vectors) {
      throw new EmbeddingsFailed('it does not say which vector is of which text');
    }
    vectors[index] = unit;
  }
  if (new Set(vectors.map(({ length }) => length)).size > 1) throw new EmbeddingsFailed('its vectors differ in size');
  return vectors;
}

function isVector(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.length <= embeddingLimits.dimensions &&
    value.every((number) => typeof number === 'number' && Number.isFinite(number))
  );
}
