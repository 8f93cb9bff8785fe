import type { BatchCounts, BatchState, RowFault, RowOutcome } from '@kernagenda/intake/domain/imports';
import type { ProposalImport } from '@kernagenda/proposals/domain';

/** A batch as lists show it. */
export interface BatchListRow {
  readonly id: string;
  readonly state: BatchState;
  readonly fileName: string;
  readonly by: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly counts: BatchCounts;
  readonly version: number;
}

const counts = `(select json_build_object(
    'new', count(*) filter (where r.outcome = 'new'), 'same', count(*) filter (where r.outcome = 'same'),
    'differs', count(*) filter (where r.outcome = 'differs'), 'faulty', count(*) filter (where r.outcome = 'faulty'),
    'taken', count(*) filter (where r.fate is not null), 'gone', count(*) filter (where r.fate in ('hidden', 'gone')),
    'kept', count(*) filter (where r.fate = 'kept'))
  from import_row r where r.batch_id = b.id) as counts`;

const columns = `b.id, b.state, b.file_name as "fileName", p.display_name as by, b.created_at as "createdAt",
  b.finished_at as "finishedAt", ${counts}, b.version`;

/** $1, $2: the keys after which the page begins, or null; $3: the number of rows. */
export const batchesQuery = `
  select ${columns} from import_batch b join person_public p on p.id = b.person_id
  where $1::timestamptz is null or (b.created_at, b.id) < ($1::timestamptz, $2::uuid)
  order by b.created_at desc, b.id desc limit $3`;

/** $1: id. */
export const batchQuery = `
  select ${columns}, b.headings, b.left_out as "leftOut", b.columns, b.source_url as "sourceUrl"
  from import_batch b join person_public p on p.id = b.person_id where b.id = $1`;

/** $1: batch; $2: outcome, or null; $3: the number after which the page begins; $4: the number of rows. */
export const rowsQuery = `
  select number, village, title, outcome, faults, proposal_id as "proposalId", coalesce(fate = 'kept', false) as "isKept"
  from import_row where batch_id = $1 and ($2::text is null or outcome = $2 or (fate = 'kept' and $2 = 'kept'))
    and number > $3 order by number limit $4`;

/** $1: ids of villages. What stands there for everybody, and is still wanted. */
export const standingQuery = `
  select id, village_id as "villageId", title from proposal_public
  where village_id = any($1::uuid[]) and agenda_state not in ('merged', 'withdrawn')`;

export const villagesQuery = 'select id, slug, name from village_public';

/** $1: batch; $2: rows as JSON. */
export const saveRowsQuery = `
  insert into import_row (batch_id, number, cells, outcome, faults)
  select $1, number, cells, 'faulty', '["unread"]' from jsonb_to_recordset($2::jsonb) as r (number integer, cells jsonb)`;

/** $1: batch. */
export const cellsQuery = 'select number, cells from import_row where batch_id = $1 order by number';

/** What a row comes to under the present choice of columns. */
export interface CheckedRow {
  readonly number: number;
  readonly village: string;
  readonly title: string;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
  readonly point: ProposalImport | null;
  readonly proposalId: string | null;
}

/** $1: batch; $2: `CheckedRow`s as JSON. */
export const checkRowsQuery = `
  update import_row r set village = c.village, title = c.title, outcome = c.outcome, faults = c.faults, point = c.point,
    proposal_id = c."proposalId"
  from jsonb_to_recordset($2::jsonb) as c (number integer, village text, title text, outcome text, faults jsonb,
    point jsonb, "proposalId" uuid)
  where r.batch_id = $1 and r.number = c.number`;

/** $1: batch. */
export const forgetCellsQuery = 'update import_row set cells = null where batch_id = $1';

/** $1: batch; $2: the number of rows. */
export const nextNewQuery = `
  select number, point from import_row where batch_id = $1 and outcome = 'new' and fate is null order by number limit $2`;

/** $1: batch; $2: numbers; $3: the points they became. */
export const takenRowsQuery = `
  update import_row r set fate = 'taken', proposal_id = t.proposal_id, point = null
  from unnest($2::integer[], $3::uuid[]) as t (number, proposal_id)
  where r.batch_id = $1 and r.number = t.number`;

/** $1: batch; $2: numbers of rows that were taken over by another file meanwhile. */
export const sameRowsQuery = `
  update import_row set outcome = 'same', point = null where batch_id = $1 and number = any($2::integer[])`;

/** $1: batch; $2: fate; $3: the number of rows. */
export const nextOfFateQuery = `
  select number, proposal_id as "proposalId" from import_row
  where batch_id = $1 and fate = $2 order by number limit $3`;

/** $1: batch; $2: numbers; $3: fate. */
export const fateQuery = 'update import_row set fate = $3 where batch_id = $1 and number = any($2::integer[])';

/** $1: batch. What was not reached is not taken over any more. */
export const forgetPointsQuery = 'update import_row set point = null where batch_id = $1 and point is not null';

/** $1: the instant before which files that were never decided about are forgotten. */
export const forgetReadQuery = `delete from import_batch where state = 'read' and created_at < $1`;
