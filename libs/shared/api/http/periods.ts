import { IsOptional, Matches } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PeriodInput } from '@kernagenda/shared/domain';

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const day = { type: String, format: 'date', nullable: true } as const;

/** A period in days; `toPeriod` looks whether it is one. */
export class PeriodDto implements PeriodInput {
  @ApiPropertyOptional({ ...day, description: 'The first day; today when left out' })
  @IsOptional()
  @Matches(dayShape)
  readonly from?: string | null;

  @ApiPropertyOptional({ ...day, description: 'The last day; no end when left out' })
  @IsOptional()
  @Matches(dayShape)
  readonly until?: string | null;
}
