import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@kernagenda/shared/api';
import {
  batchActions,
  batchStates,
  importColumns,
  importLimits,
  rowFaultCodes,
  rowOutcomes,
} from '@kernagenda/intake/domain/imports';
import type {
  BatchAction,
  BatchCounts,
  BatchRow,
  BatchState,
  BatchSummary,
  BatchView,
  ColumnsInput,
  ImportColumn,
  RowFault,
  RowFaultCode,
  RowOutcome,
} from '@kernagenda/intake/domain/imports';
import type { RowFilter } from './batch-lists.service';

const rowFilters = [...rowOutcomes, 'kept'] as const;
const instant = { type: String, format: 'date-time' } as const;
const columns = {
  isArray: true,
  enum: importColumns,
  nullable: true,
  description: 'What each column is, from left to right; null is not taken over',
} as const;
const source = {
  type: String,
  nullable: true,
  format: 'uri',
  maxLength: importLimits.sourceUrl,
  description: 'The public page of rows that name none themselves',
} as const;

export class ColumnsInputDto implements ColumnsInput {
  @ApiProperty(columns)
  @IsArray()
  @ArrayMaxSize(importLimits.columns)
  @IsIn([...importColumns, null], { each: true })
  readonly columns: readonly (ImportColumn | null)[];

  @ApiProperty(source)
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @MaxLength(importLimits.sourceUrl)
  readonly sourceUrl: string | null;
}

export class RowsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: rowFilters, description: '`kept`: points that stay though the file was taken back' })
  @IsOptional()
  @IsIn(rowFilters)
  readonly only?: RowFilter;
}

class BatchCountsDto implements BatchCounts {
  @ApiProperty({ type: 'integer', description: 'Rows that are not here yet' })
  readonly new: number;

  @ApiProperty({ type: 'integer', description: 'Rows that are here already' })
  readonly same: number;

  @ApiProperty({ type: 'integer', description: 'Rows that say something else than what is here, which stays' })
  readonly differs: number;

  @ApiProperty({ type: 'integer', description: 'Rows that cannot be taken over' })
  readonly faulty: number;

  @ApiProperty({ type: 'integer', description: 'Of the new ones, how many are taken over' })
  readonly taken: number;

  @ApiProperty({ type: 'integer', description: 'Of those, how many are taken back' })
  readonly gone: number;

  @ApiProperty({ type: 'integer', description: 'Of those, how many stay: people did something with them' })
  readonly kept: number;
}

export class BatchSummaryDto implements BatchSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: batchStates })
  readonly state: BatchState;

  @ApiProperty()
  readonly fileName: string;

  @ApiProperty({ description: 'Who brought it' })
  readonly by: string;

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly finishedAt: string | null;

  @ApiProperty({ type: BatchCountsDto })
  readonly counts: BatchCountsDto;

  @ApiProperty({ isArray: true, enum: Object.keys(batchActions) })
  readonly allowedActions: readonly BatchAction[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class BatchViewDto extends BatchSummaryDto implements BatchView {
  @ApiProperty({ type: [String] })
  readonly headings: readonly string[];

  @ApiProperty({ type: [String], description: 'Names of sheets with words that were not read: only the first is' })
  readonly leftOut: readonly string[];

  @ApiProperty(columns)
  readonly columns: readonly (ImportColumn | null)[];

  @ApiProperty(source)
  readonly sourceUrl: string | null;
}

export class BatchPageDto {
  @ApiProperty({ type: [BatchSummaryDto] })
  readonly items: readonly BatchSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

class RowFaultDto implements RowFault {
  @ApiProperty({ enum: importColumns })
  readonly column: ImportColumn;

  @ApiProperty({ enum: rowFaultCodes })
  readonly code: RowFaultCode;

  @ApiProperty({ description: 'What stands there, shortened; of `doubled` the number of the other row' })
  readonly value: string;
}

class BatchRowDto implements BatchRow {
  @ApiProperty({ type: 'integer', description: 'As a spreadsheet numbers them' })
  readonly number: number;

  @ApiProperty()
  readonly village: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: rowOutcomes })
  readonly outcome: RowOutcome;

  @ApiProperty({ type: [RowFaultDto] })
  readonly faults: readonly RowFaultDto[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The point it became or is' })
  readonly proposalId: string | null;

  @ApiProperty({ description: 'Whether its point stays although the file was taken back' })
  readonly isKept: boolean;
}

export class BatchRowPageDto {
  @ApiProperty({ type: [BatchRowDto] })
  readonly items: readonly BatchRowDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
