import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import {
  benefits,
  declineReasons,
  declinedReasons,
  matchFlagActionNames,
  matchFlagLimits,
  matchFlagStates,
} from '@kernagenda/matching/domain';
import type {
  Benefit,
  DeclineInput,
  DeclineReason,
  DeclinedReason,
  DeclinedView,
  MatchBoard,
  MatchFlagAction,
  MatchFlagState,
  MatchFlagView,
  SnoozeInput,
} from '@kernagenda/matching/domain';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { PageQuery, Trimmed } from '@kernagenda/shared/api';
import { AmountViewDto, FlagPointDto, MatchReasonDto } from './flag-points.dto';
import { IntroducedDto, SideDto } from './introductions.dto';

const { note } = matchFlagLimits;
const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;

export class MatchBoardQuery extends PageQuery {
  @ApiPropertyOptional({ enum: matchFlagStates, default: 'suggested' })
  @IsOptional()
  @IsIn(matchFlagStates)
  readonly state: MatchFlagState = 'suggested';

  @ApiPropertyOptional({ description: 'Slug of a village' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly village?: string;

  @ApiPropertyOptional({ enum: themes })
  @IsOptional()
  @IsIn(themes)
  readonly theme?: Theme;

  @ApiPropertyOptional({ enum: benefits })
  @IsOptional()
  @IsIn(benefits)
  readonly benefit?: Benefit;
}

export class SnoozeDto implements SnoozeInput {
  @ApiProperty({ ...day, description: 'The day it comes back, after today' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly until: string;
}

export class DeclineDto implements DeclineInput {
  @ApiProperty({ enum: declineReasons })
  @IsIn(declineReasons)
  readonly reason: DeclineReason;

  @ApiPropertyOptional({ maxLength: note, default: '' })
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(note)
  readonly note: string = '';
}

class DeclinedDto extends OmitType(DeclineDto, ['reason']) implements DeclinedView {
  @ApiProperty({ enum: declinedReasons, description: '`not_together`: alike, but the villages do not do it together' })
  readonly reason: DeclinedReason;

  @ApiProperty({ type: String, nullable: true, description: 'Who declined it' })
  readonly by: string | null;

  @ApiProperty(instant)
  readonly at: string;
}

export class MatchFlagDto implements MatchFlagView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty({ enum: matchFlagStates })
  readonly state: MatchFlagState;

  @ApiProperty(instant)
  readonly suggestedAt: string;

  @ApiProperty({ type: 'integer', description: 'To be sent back in `If-Match`' })
  readonly version: number;

  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ enum: benefits })
  readonly benefit: Benefit;

  @ApiProperty({ type: [MatchReasonDto], description: 'At most three, heaviest first' })
  readonly reasons: MatchReasonDto[];

  @ApiProperty({ type: [FlagPointDto] })
  readonly points: FlagPointDto[];

  @ApiProperty({ type: AmountViewDto, nullable: true })
  readonly total: AmountViewDto | null;

  @ApiProperty({ ...day, nullable: true })
  readonly snoozedUntil: string | null;

  @ApiProperty()
  readonly isConfirmed: boolean;

  @ApiProperty({ type: DeclinedDto, nullable: true })
  readonly declined: DeclinedDto | null;

  @ApiProperty({ type: IntroducedDto, nullable: true })
  readonly introduced: IntroducedDto | null;

  @ApiProperty({ type: [SideDto], description: 'What each village was asked and said; empty before' })
  readonly sides: SideDto[];

  @ApiProperty({ enum: matchFlagActionNames, isArray: true })
  readonly allowedActions: MatchFlagAction[];
}

class JudgedDto {
  @ApiProperty({ type: 'integer' })
  readonly right: number;

  @ApiProperty({ type: 'integer' })
  readonly wrong: number;
}

export class MatchBoardDto implements MatchBoard {
  @ApiProperty({ type: [MatchFlagDto] })
  readonly items: MatchFlagDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;

  @ApiProperty({ type: JudgedDto, description: 'What people said of flags so far' })
  readonly judged: JudgedDto;
}
