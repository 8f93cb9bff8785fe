import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  roundActions,
  roundChannels,
  roundLimits,
  roundStates,
  roundWays,
  wallParts,
} from '@kernagenda/intake/domain/rounds';
import type {
  RoundAction,
  RoundAdjustment,
  RoundChannel,
  RoundCounts,
  RoundInput,
  RoundState,
  RoundSummary,
  RoundView,
  RoundWay,
  RoundWish,
  WallPart,
} from '@kernagenda/intake/domain/rounds';
import { agendaStates } from '@kernagenda/proposals/domain';
import type { ActingParty, AgendaState, PlanView } from '@kernagenda/proposals/domain';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';

const { question, explanation, handIn, phone, evening, villages } = roundLimits;
const day = /^\d{4}-\d{2}-\d{2}$/;
const maybeText = { type: String, nullable: true } as const;
const maybeInstant = { type: String, format: 'date-time', nullable: true } as const;

export class RoundInputDto implements RoundInput {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: villages.max })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(villages.max)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  readonly villageIds: readonly string[];

  @ApiProperty({ minLength: question.min, maxLength: question.max })
  @OneLine()
  @IsString()
  @Length(question.min, question.max)
  readonly question: string;

  @ApiProperty({ maxLength: explanation.max })
  @Trimmed()
  @IsString()
  @MaxLength(explanation.max)
  readonly explanation: string;

  @ApiProperty({ format: 'date', description: 'Today or later' })
  @IsString()
  @Matches(day)
  readonly startsOn: string;

  @ApiProperty({ format: 'date', description: 'The last day, included' })
  @IsString()
  @Matches(day)
  readonly endsOn: string;

  @ApiProperty({ enum: roundChannels, isArray: true, description: 'How people can join in' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(roundChannels.length)
  @ArrayUnique()
  @IsIn(roundChannels, { each: true })
  readonly channels: readonly RoundChannel[];

  @ApiProperty({
    maxLength: handIn.max,
    description: 'Where cards and flyers are handed in; needed where there are some',
  })
  @Trimmed()
  @IsString()
  @MaxLength(handIn.max)
  readonly handIn: string;

  @ApiProperty({ maxLength: phone.max, description: 'Needed for the channel phone' })
  @OneLine()
  @IsString()
  @MaxLength(phone.max)
  readonly phone: string;

  @ApiProperty({ maxLength: evening.max, description: 'When and where; needed for the channel evening' })
  @Trimmed()
  @IsString()
  @MaxLength(evening.max)
  readonly evening: string;
}

export class RoundAdjustmentDto implements RoundAdjustment {
  @ApiProperty({ format: 'date', description: 'The last day that was told, or later' })
  @IsString()
  @Matches(day)
  readonly endsOn: string;

  @ApiProperty({ maxLength: explanation.max })
  @Trimmed()
  @IsString()
  @MaxLength(explanation.max)
  readonly explanation: string;
}

export class RoundsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Slug of a village' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly village?: string;
}

export class RoundWishesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: wallParts, description: 'Only those of which this became' })
  @IsOptional()
  @IsIn(wallParts)
  readonly part?: WallPart;
}

export class RoundSummaryDto implements RoundSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly question: string;

  @ApiProperty({ type: [VillageRefDto] })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ format: 'date' })
  readonly startsOn: string;

  @ApiProperty({ format: 'date', description: 'The last day, included' })
  readonly endsOn: string;

  @ApiProperty({ ...maybeInstant, description: 'When it was stopped before its last day' })
  readonly stoppedAt: string | null;

  @ApiProperty({ enum: roundStates })
  readonly state: RoundState;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Until it begins, or until its last day' })
  readonly daysLeft: number | null;

  @ApiProperty({ type: 'integer', description: 'What was brought in and may stand, with what is being read' })
  readonly wishes: number;
}

export class RoundPageDto {
  @ApiProperty({ type: [RoundSummaryDto] })
  readonly items: readonly RoundSummaryDto[];

  @ApiProperty(maybeText)
  readonly nextCursor: string | null;
}

class VillageCountDto {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: 'integer' })
  readonly count: number;
}

class WayCountDto {
  @ApiProperty({ enum: roundWays })
  readonly way: RoundWay;

  @ApiProperty({ type: 'integer' })
  readonly count: number;
}

class PartCountsDto implements Record<WallPart, number> {
  @ApiProperty({ type: 'integer' })
  readonly done: number;

  @ApiProperty({ type: 'integer' })
  readonly under_way: number;

  @ApiProperty({ type: 'integer' })
  readonly on_agenda: number;

  @ApiProperty({ type: 'integer' })
  readonly not_feasible: number;

  @ApiProperty({ type: 'integer' })
  readonly wish: number;

  @ApiProperty({ type: 'integer', description: 'Merged with another, or taken back by its author' })
  readonly ended: number;
}

class RoundCountsDto implements RoundCounts {
  @ApiProperty({ type: [VillageCountDto] })
  readonly villages: readonly VillageCountDto[];

  @ApiProperty({ type: [WayCountDto] })
  readonly ways: readonly WayCountDto[];

  @ApiProperty({ type: 'integer', description: 'Still with the broker, or with its author for a change' })
  readonly beingRead: number;

  @ApiProperty({ type: PartCountsDto, description: 'Of what everybody may read' })
  readonly parts: PartCountsDto;
}

export class RoundViewDto extends RoundSummaryDto implements RoundView {
  @ApiProperty()
  readonly explanation: string;

  @ApiProperty({ enum: roundChannels, isArray: true })
  readonly channels: readonly RoundChannel[];

  @ApiProperty()
  readonly handIn: string;

  @ApiProperty()
  readonly phone: string;

  @ApiProperty()
  readonly evening: string;

  @ApiProperty({ description: 'The page of the round' })
  readonly url: string;

  @ApiProperty({ type: RoundCountsDto })
  readonly counts: RoundCountsDto;

  @ApiProperty({ enum: Object.keys(roundActions), isArray: true })
  readonly allowedActions: readonly RoundAction[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

class RoundPlanDto implements PlanView {
  @ApiProperty({ type: TeamRefDto, nullable: true, description: 'Null when it is the work of the broker' })
  readonly team: TeamRefDto | null;

  @ApiProperty()
  readonly byResidents: boolean;

  @ApiProperty(maybeText)
  readonly executor: string | null;

  @ApiProperty({ format: 'date' })
  readonly dueOn: string;
}

class WordDto {
  @ApiProperty()
  readonly text: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

class MergedIntoDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

class RoundWishDto implements RoundWish {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: roundWays })
  readonly way: RoundWay;

  @ApiProperty({ format: 'date-time' })
  readonly sentInAt: string;

  @ApiProperty({ enum: wallParts })
  readonly part: WallPart;

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;

  @ApiProperty({ enum: ['group_and_broker', 'broker', 'municipality', 'nobody'], description: 'Who has to act now' })
  readonly actingParty: ActingParty;

  @ApiProperty({ type: RoundPlanDto, nullable: true })
  readonly plan: RoundPlanDto | null;

  @ApiProperty(maybeInstant)
  readonly statusAt: string | null;

  @ApiProperty({ ...maybeText, description: 'Why it cannot be, or waits' })
  readonly reason: string | null;

  @ApiProperty(maybeText)
  readonly alternative: string | null;

  @ApiProperty({ ...maybeText, description: 'What was done, of one that is' })
  readonly evidence: string | null;

  @ApiProperty({ type: WordDto, nullable: true, description: 'What the town hall said of it last' })
  readonly word: WordDto | null;

  @ApiProperty({ type: MergedIntoDto, nullable: true })
  readonly mergedInto: MergedIntoDto | null;
}

export class RoundWishPageDto {
  @ApiProperty({ type: [RoundWishDto] })
  readonly items: readonly RoundWishDto[];

  @ApiProperty(maybeText)
  readonly nextCursor: string | null;
}

export class RoundVillagesDto {
  @ApiProperty({ type: [VillageRefDto] })
  readonly items: readonly VillageRefDto[];
}
