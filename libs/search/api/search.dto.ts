import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ProposalSummaryDto } from '@kernagenda/proposals/api';
import { agendaStates, themes } from '@kernagenda/proposals/domain';
import type { AgendaState, Theme } from '@kernagenda/proposals/domain';
import { searchLimits } from '@kernagenda/search/domain';
import type { Correction, SearchAnswer, SearchFilter } from '@kernagenda/search/domain';
import { PageQuery } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

export class SearchQuery extends PageQuery implements SearchFilter {
  @ApiPropertyOptional({ maxLength: searchLimits.query.max, description: 'What is looked for' })
  @IsOptional()
  @IsString()
  @MaxLength(searchLimits.query.max)
  readonly q?: string;

  @ApiPropertyOptional({ description: 'Slug of a village' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,60}$/)
  readonly village?: string;

  @ApiPropertyOptional({ enum: themes })
  @IsOptional()
  @IsIn(themes)
  readonly theme?: Theme;

  @ApiPropertyOptional({ enum: agendaStates })
  @IsOptional()
  @IsIn(agendaStates)
  readonly agendaState?: AgendaState;
}

class CorrectionDto implements Correction {
  @ApiProperty()
  readonly typed: string;

  @ApiProperty()
  readonly used: string;
}

export class SearchAnswerDto implements SearchAnswer {
  @ApiProperty({ type: [ProposalSummaryDto] })
  readonly items: readonly ProposalSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;

  @ApiProperty({ type: 'integer', description: `Over all pages; ${searchLimits.found} means that many or more` })
  readonly found: number;

  @ApiProperty({ enum: ['all', 'any'], description: 'any: no point has all of the words, these have one of them' })
  readonly matched: 'all' | 'any';

  @ApiProperty({ type: [VillageRefDto] })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ enum: themes, isArray: true })
  readonly themes: readonly Theme[];

  @ApiProperty({ type: [CorrectionDto], description: 'Words that nobody uses, and what was looked for instead' })
  readonly corrected: readonly CorrectionDto[];
}
