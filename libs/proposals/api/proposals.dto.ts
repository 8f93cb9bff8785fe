import { Type } from 'class-transformer';
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { agendaStates, listOrders, proposalKinds, proposalLimits, themes } from '@kernagenda/proposals/domain';
import type {
  ListOrder,
  AgendaState,
  HoldInput,
  MergeInput,
  MoveInput,
  FinishInput,
  NotFeasibleInput,
  PlanInput,
  ProposalInput,
  ProposalKind,
  ProposalText,
  ProposalUpdate,
  Theme,
  UnplanInput,
} from '@kernagenda/proposals/domain';

const isGiven = (_: object, value: unknown): boolean => value !== undefined;
const { title, body, place, reason, alternative, evidence, executor } = proposalLimits;

/** A field of a draft may be left out, but not be null where it is a text. */
const MayBeLeftOut = (): PropertyDecorator => ValidateIf(isGiven);

export class ProposalInputDto implements ProposalInput {
  @ApiProperty({ format: 'uuid', description: 'The home village of the author' })
  @IsUUID()
  readonly villageId: string;

  @ApiProperty({ maxLength: title.max })
  @OneLine()
  @IsString()
  @MaxLength(title.max)
  readonly title: string;

  @ApiPropertyOptional({ maxLength: body.max, default: '' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(body.max)
  readonly body: string = '';

  @ApiPropertyOptional({ maxLength: place.max, default: '', description: 'The place in words' })
  @MayBeLeftOut()
  @OneLine()
  @IsString()
  @MaxLength(place.max)
  readonly place: string = '';

  @ApiPropertyOptional({ enum: themes, nullable: true })
  @IsOptional()
  @IsIn(themes)
  readonly theme: Theme | null = null;

  @ApiPropertyOptional({ enum: proposalKinds, nullable: true })
  @IsOptional()
  @IsIn(proposalKinds)
  readonly kind: ProposalKind | null = null;
}

export class NewTextDto
  extends PickType(ProposalInputDto, ['title', 'body', 'place', 'theme', 'kind'])
  implements ProposalText {}

export class ProposalUpdateDto implements ProposalUpdate {
  @ApiPropertyOptional({ maxLength: title.max })
  @MayBeLeftOut()
  @OneLine()
  @IsString()
  @MaxLength(title.max)
  readonly title?: string;

  @ApiPropertyOptional({ maxLength: body.max })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(body.max)
  readonly body?: string;

  @ApiPropertyOptional({ maxLength: place.max })
  @MayBeLeftOut()
  @OneLine()
  @IsString()
  @MaxLength(place.max)
  readonly place?: string;

  @ApiPropertyOptional({ enum: themes, nullable: true })
  @IsOptional()
  @IsIn(themes)
  readonly theme?: Theme | null;

  @ApiPropertyOptional({ enum: proposalKinds, nullable: true })
  @IsOptional()
  @IsIn(proposalKinds)
  readonly kind?: ProposalKind | null;
}

export class ProposalListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Slug of a village' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly village?: string;

  @ApiPropertyOptional({ enum: themes })
  @IsOptional()
  @IsIn(themes)
  readonly theme?: Theme;

  @ApiPropertyOptional({ enum: agendaStates })
  @IsOptional()
  @IsIn(agendaStates)
  readonly agendaState?: AgendaState;

  @ApiPropertyOptional({ enum: listOrders, default: 'newest' })
  @IsOptional()
  @IsIn(listOrders)
  readonly order?: ListOrder;
}

export class AgendaMoveDto implements MoveInput {
  @ApiPropertyOptional({
    default: false,
    description: 'Leaves time to take it back; who follows the point hears of it when that is over',
  })
  @IsOptional()
  @IsBoolean()
  readonly undoable: boolean = false;
}

export class PlanDto implements PlanInput {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: the broker' })
  @ValidateIf(({ teamId }: PlanDto) => teamId !== null)
  @IsUUID()
  readonly teamId: string | null;

  @ApiPropertyOptional({ default: false, description: 'Whether residents carry it out, alone or with others' })
  @IsOptional()
  @IsBoolean()
  readonly byResidents: boolean = false;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    minLength: executor.min,
    maxLength: executor.max,
    description: 'Who else carries it out, where that is somebody else',
  })
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(executor.min, executor.max)
  readonly executor: string | null = null;

  @ApiProperty({ format: 'date', description: 'The day on which it is to be done' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dueOn: string;
}

export class UnplanDto implements UnplanInput {
  @ApiProperty({ minLength: reason.min, maxLength: reason.max })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;
}

export class EvidenceDto {
  @ApiProperty({ minLength: evidence.min, maxLength: evidence.max, description: 'What was done' })
  @Trimmed()
  @IsString()
  @Length(evidence.min, evidence.max)
  readonly text: string;
}

export class FinishDto implements FinishInput {
  @ApiProperty({ type: EvidenceDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => EvidenceDto)
  readonly evidence: EvidenceDto;
}

export class HoldDto implements HoldInput {
  @ApiProperty({ minLength: reason.min, maxLength: reason.max })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;

  @ApiProperty({ format: 'date', description: 'The day on which it is looked at again' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly reviewOn: string;
}

export class NotFeasibleDto implements NotFeasibleInput {
  @ApiProperty({ minLength: reason.min, maxLength: reason.max })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;

  @ApiProperty({ minLength: alternative.min, maxLength: alternative.max, description: 'What is possible instead' })
  @Trimmed()
  @IsString()
  @Length(alternative.min, alternative.max)
  readonly alternative: string;
}

export class MergeDto implements MergeInput {
  @ApiProperty({ format: 'uuid', description: 'The point that stays; in the same village' })
  @IsUUID()
  readonly targetId: string;
}
