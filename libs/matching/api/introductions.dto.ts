import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  askActionNames,
  askAnswerers,
  askDeclineReasons,
  askEndings,
  askLimits,
  askStates,
  benefits,
  matchFlagStates,
} from '@kernagenda/matching/domain';
import type {
  AcceptAskInput,
  AskAction,
  AskAnswerer,
  AskDeclineReason,
  AskEnding,
  AskState,
  AskView,
  Benefit,
  DeclineAskInput,
  IntroducedView,
  LinkInput,
  MatchFlagState,
  SideView,
} from '@kernagenda/matching/domain';
import { OneLine, Trimmed } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';
import { FlagPointDto, MatchReasonDto } from './flag-points.dto';

const { note, onBehalfOf, token } = askLimits;
const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;

export class AcceptAskDto implements AcceptAskInput {
  @ApiPropertyOptional({ maxLength: onBehalfOf, default: '', description: 'Who said so; required of a broker' })
  @IsOptional()
  @OneLine()
  @IsString()
  @MaxLength(onBehalfOf)
  readonly onBehalfOf: string = '';
}

export class DeclineAskDto extends AcceptAskDto implements DeclineAskInput {
  @ApiProperty({ enum: askDeclineReasons })
  @IsIn(askDeclineReasons)
  readonly reason: AskDeclineReason;

  @ApiPropertyOptional({ maxLength: note, default: '' })
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(note)
  readonly note: string = '';
}

export class LinkDto implements LinkInput {
  @ApiProperty({ maxLength: token, description: 'What the link in the mail carries' })
  @IsString()
  @MaxLength(token)
  readonly token: string;
}

export class AcceptByLinkDto extends AcceptAskDto implements LinkInput {
  @ApiProperty({ maxLength: token })
  @IsString()
  @MaxLength(token)
  readonly token: string;
}

export class DeclineByLinkDto extends DeclineAskDto implements LinkInput {
  @ApiProperty({ maxLength: token })
  @IsString()
  @MaxLength(token)
  readonly token: string;
}

export class IntroducedDto implements IntroducedView {
  @ApiProperty({ type: String, nullable: true, description: 'Who introduced the villages' })
  readonly by: string | null;

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ ...instant, nullable: true, description: 'Until when this person can take it back' })
  readonly undoUntil: string | null;
}

export class SideDto implements SideView {
  @ApiProperty({ format: 'uuid' })
  readonly askId: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: askStates })
  readonly state: AskState;

  @ApiProperty({ enum: askAnswerers, description: 'As whom it was answered, or who has to answer now' })
  readonly answerer: AskAnswerer;

  @ApiProperty({ type: String, nullable: true })
  readonly answeredBy: string | null;

  @ApiProperty({ ...instant, nullable: true })
  readonly answeredAt: string | null;

  @ApiProperty({ description: 'Empty unless a broker answered' })
  readonly onBehalfOf: string;

  @ApiProperty({ enum: askEndings, nullable: true })
  readonly reason: AskEnding | null;

  @ApiProperty()
  readonly note: string;

  @ApiProperty({ enum: askActionNames, isArray: true })
  readonly allowedActions: AskAction[];
}

export class AskDto implements AskView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly flagId: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty({ enum: benefits })
  readonly benefit: Benefit;

  @ApiProperty({ enum: matchFlagStates, description: 'Answers count while it is `introduced`' })
  readonly flagState: MatchFlagState;

  @ApiProperty({ ...day, nullable: true })
  readonly snoozedUntil: string | null;

  @ApiProperty({ type: [MatchReasonDto] })
  readonly reasons: MatchReasonDto[];

  @ApiProperty({ type: [FlagPointDto], description: 'Of all sides' })
  readonly points: FlagPointDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly introducedBy: string | null;

  @ApiProperty({ type: SideDto })
  readonly side: SideDto;

  @ApiProperty({ description: 'Whether who reads this also sees the flag with all its sides' })
  readonly seesFlag: boolean;
}
