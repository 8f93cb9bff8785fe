import type { VillageRef } from '@kernagenda/villages/domain';

const village = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village`;

export interface CodePlaceRow {
  readonly village: VillageRef;
  readonly areaId: string;
  readonly municipalityId: string;
}

/** By name. $1: a village, or null for all. */
export const codePlacesQuery = `
  select ${village}, v.area_id as "areaId", v.municipality_id as "municipalityId"
  from village v where $1::uuid is null or v.id = $1 order by v.name, v.id`;

export interface BatchRow extends CodePlaceRow {
  readonly id: string;
  readonly codes: number;
  readonly usesPerCode: number;
  readonly validUntil: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly proofsTakenBackAt: Date | null;
  readonly usedCodes: number;
  readonly proven: number;
}

/**
 * Newest first. $1: villages; $2: a batch, or null for all; $3, $4: the keys after which the page begins, or null; $5:
 * the number of rows.
 */
export const batchesQuery = `
  select b.id, ${village}, v.area_id as "areaId", v.municipality_id as "municipalityId", b.codes,
    b.uses_per_code as "usesPerCode", b.valid_until::text as "validUntil", b.created_at as "createdAt",
    b.withdrawn_at as "withdrawnAt", b.proofs_taken_back_at as "proofsTakenBackAt",
    (select count(*)::int from residency_code c where c.batch_id = b.id and c.uses > 0) as "usedCodes",
    (select count(*)::int from residency_proof p where p.batch_id = b.id) as proven
  from residency_batch b join village v on v.id = b.village_id
  where b.village_id = any($1::uuid[]) and ($2::uuid is null or b.id = $2)
    and ($3::timestamptz is null or (b.created_at, b.id) < ($3, $4::uuid))
  order by b.created_at desc, b.id desc limit $5`;

/** $1: hashes; $2: their batch. */
export const keepCodesQuery = `insert into residency_code (code_hash, batch_id) select unnest($1::text[]), $2`;

export interface CodeRow {
  readonly batchId: string;
  readonly uses: number;
  readonly usesPerCode: number;
  readonly validUntil: string;
  readonly isWithdrawn: boolean;
}

/**
 * $1: hash; $2: village. Locks the code, so that parallel uses wait for each other, and keeps the batch from being
 * withdrawn meanwhile.
 */
export const heldCodeQuery = `
  select c.batch_id as "batchId", c.uses, b.uses_per_code as "usesPerCode", b.valid_until::text as "validUntil",
    b.withdrawn_at is not null as "isWithdrawn"
  from residency_code c join residency_batch b on b.id = c.batch_id
  where c.code_hash = $1 and b.village_id = $2 for update of c for share of b`;

/** $1: person; $2: village; $3: batch; $4: now. No row for who proved it already. */
export const proveQuery = `
  insert into residency_proof (person_id, village_id, batch_id, proven_at) values ($1, $2, $3, $4)
  on conflict do nothing returning person_id`;

/** $1: hash. */
export const useCodeQuery = 'update residency_code set uses = uses + 1 where code_hash = $1';

export interface ProofRow {
  readonly village: VillageRef;
  readonly provenAt: Date;
}

/** $1: person. */
export const proofQuery = `
  select ${village}, p.proven_at as "provenAt" from residency_proof p join village v on v.id = p.village_id
  where p.person_id = $1`;
