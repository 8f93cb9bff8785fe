import type { Asking } from '../suggestions';

/** A vector belongs to exactly this text; made in the database, so that finding what changed moves no texts. */
const hashOf = (proposal: string): string =>
  `encode(sha256(convert_to(${proposal}.title || chr(10) || ${proposal}.body, 'UTF8')), 'hex')`;

const isAlive = `p.agenda_state not in ('merged', 'withdrawn')`;

export interface TextWithoutVector {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly textHash: string;
}

export interface NewVector extends Pick<TextWithoutVector, 'id' | 'textHash'> {
  readonly vector: Float32Array;
}

/** Public texts without a vector of this model and exactly this text, by id after `afterId`. */
export function textsWithoutVector(
  db: Asking,
  {
    model,
    afterId,
    skipped,
    limit,
  }: {
    readonly model: string;
    readonly afterId: string | null;
    /** Hashes of texts not to be asked again. */
    readonly skipped: readonly string[];
    readonly limit: number;
  },
): Promise<TextWithoutVector[]> {
  return db.query<TextWithoutVector[]>(
    `select p.id, p.title, p.body, ${hashOf('p')} as "textHash"
     from proposal_public p left join match_vector v on v.proposal_id = p.id and v.model = $1
     where ${isAlive} and ($2::uuid is null or p.id > $2)
       and v.text_hash is distinct from ${hashOf('p')} and not (${hashOf('p')} = any($3::text[]))
     order by p.id limit $4`,
    [model, afterId, skipped, limit],
  );
}

/** Numbers in a vector of this model; null while there is none. */
export async function dimensionsOf(db: Asking, model: string): Promise<number | null> {
  const [row] = await db.query<{ readonly dimensions: number }[]>(
    'select octet_length(vector) / 4 as dimensions from match_vector where model = $1 limit 1',
    [model],
  );
  return row?.dimensions ?? null;
}

/** Keeps vectors of texts that are still public and still the same. @returns how many */
export async function saveVectors(
  db: Asking,
  { model, vectors, now }: { readonly model: string; readonly vectors: readonly NewVector[]; readonly now: Date },
): Promise<number> {
  const rows = await db.query<unknown[]>(
    `insert into match_vector (proposal_id, model, text_hash, vector, made_at)
     select given.id, $1, given.text_hash, given.vector, $2
     from unnest($3::uuid[], $4::text[], $5::bytea[]) as given(id, text_hash, vector)
     join proposal_public p on p.id = given.id and ${hashOf('p')} = given.text_hash
     on conflict (proposal_id) do update set model = excluded.model, text_hash = excluded.text_hash,
       vector = excluded.vector, made_at = excluded.made_at, seq = nextval('match_vector_seq')
     returning proposal_id`,
    [
      model,
      now,
      vectors.map(({ id }) => id),
      vectors.map(({ textHash }) => textHash),
      vectors.map(({ vector }) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)),
    ],
  );
  return rows.length;
}

/** Drops what was made of texts that are no longer public, or that are another text now. */
export async function forgetVectors(db: Asking, ids: readonly string[]): Promise<void> {
  await db.query(
    `delete from match_vector v where v.proposal_id = any($1::uuid[]) and not exists (
       select 1 from proposal_public p where p.id = v.proposal_id and ${isAlive} and v.text_hash = ${hashOf('p')})`,
    [ids],
  );
}

/** Readings whose vector came, went or changed since they were compared are to be compared again. @returns whether any is */
export async function noteVectors(db: Asking, model: string | null): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `with now as (
       select t.proposal_id, v.seq
       from match_text t left join match_vector v on v.proposal_id = t.proposal_id and v.model = $1
       where t.is_public and v.seq is distinct from t.vector_seq),
     noted as (
       update match_text t set vector_seq = now.seq, is_compared = false, seq = nextval('match_text_seq')
       from now where now.proposal_id = t.proposal_id returning t.proposal_id)
     select proposal_id from noted`,
    [model],
  );
  return rows.length > 0;
}

/** A column that holds a vector, as numbers. */
export function toVector(stored: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(stored).buffer);
}
