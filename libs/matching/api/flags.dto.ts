import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  benefits,
  declineReasons,
  matchFlagActionNames,
  matchFlagLimits,
  matchFlagStates,
} from '@kernagenda/matching/domain';
import type {
  AmountInput,
  AmountView,
  Benefit,
  DeclineInput,
  DeclineReason,
  DeclinedView,
  FlagPoint,
  MatchBoard,
  MatchFlagAction,
  MatchFlagState,
  MatchFlagView,
  ReasonView,
  SnoozeInput,
} from '@kernagenda/matching/domain';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { MatchPointDto } from './matching.dto';

const { note, unit, number, cents } = matchFlagLimits;
const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;
const counted = { type: 'integer', nullable: true, minimum: 1, maximum: number } as const;

const UnlessNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

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

export class AmountDto implements AmountInput {
  @ApiProperty({ ...counted, description: 'How many at least; equal to `most` when one number is named' })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(number)
  readonly least: number | null;

  @ApiProperty(counted)
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(number)
  readonly most: number | null;

  @ApiProperty({ type: String, nullable: true, maxLength: unit, description: 'What is counted' })
  @UnlessNull()
  @OneLine()
  @IsString()
  @Length(1, unit)
  readonly unit: string | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: cents, description: 'Euro cents' })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(cents)
  readonly cents: number | null;
}

class AmountViewDto extends AmountDto implements AmountView {
  @ApiProperty()
  readonly isCorrected: boolean;
}

class ReasonDto implements ReasonView {
  @ApiProperty({ description: 'The shared idea, as a person would say it' })
  readonly term: string;

  @ApiProperty({ type: [String], description: 'The words the texts use for it' })
  readonly words: string[];
}

class FlagPointDto extends MatchPointDto implements FlagPoint {
  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: AmountViewDto, nullable: true })
  readonly amount: AmountViewDto | null;
}

class DeclinedDto extends OmitType(DeclineDto, []) implements DeclinedView {
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

  @ApiProperty({ type: [ReasonDto], description: 'At most three, heaviest first' })
  readonly reasons: ReasonDto[];

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
