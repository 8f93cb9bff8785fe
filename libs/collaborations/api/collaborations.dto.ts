import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { collaborationLimits, partnerKinds, partyRoles } from '@kernagenda/collaborations/domain';
import type {
  AgreementInput,
  CastInput,
  CloseInput,
  DocumentInput,
  Goal,
  JoinInput,
  PartnerKind,
  PartyRole,
  ReasonInput,
  StartInput,
  TaskInput,
  TermsInput,
} from '@kernagenda/collaborations/domain';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';

const limits = collaborationLimits;
const day = { type: String, format: 'date' } as const;
const UnlessNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);
const Day = (): PropertyDecorator => Matches(/^\d{4}-\d{2}-\d{2}$/);

export class CollaborationsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Slug of a village that takes part' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly village?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The flag it was made of' })
  @IsOptional()
  @IsUUID()
  readonly flag?: string;
}

export class StartDto implements StartInput {
  @ApiProperty({ minLength: limits.title.min, maxLength: limits.title.max })
  @OneLine()
  @IsString()
  @Length(limits.title.min, limits.title.max)
  readonly title: string;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: limits.parties })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.parties)
  @IsUUID('all', { each: true })
  readonly proposalIds: readonly string[];
}

export class ReasonDto implements ReasonInput {
  @ApiProperty({ minLength: limits.reason.min, maxLength: limits.reason.max })
  @Trimmed()
  @IsString()
  @Length(limits.reason.min, limits.reason.max)
  readonly reason: string;
}

export class CloseDto implements CloseInput {
  @ApiProperty({ minLength: limits.reason.min, maxLength: limits.result, description: 'What came of it' })
  @Trimmed()
  @IsString()
  @Length(limits.reason.min, limits.result)
  readonly result: string;
}

export class GoalDto implements Goal {
  @ApiProperty({ maxLength: limits.goal })
  @Trimmed()
  @IsString()
  @MaxLength(limits.goal)
  readonly quality: string;

  @ApiProperty({ maxLength: limits.goal })
  @Trimmed()
  @IsString()
  @MaxLength(limits.goal)
  readonly cost: string;

  @ApiProperty({ maxLength: limits.goal })
  @Trimmed()
  @IsString()
  @MaxLength(limits.goal)
  readonly continuity: string;
}

export class TermsDto implements TermsInput {
  @ApiProperty({ minLength: limits.title.min, maxLength: limits.title.max })
  @OneLine()
  @IsString()
  @Length(limits.title.min, limits.title.max)
  readonly title: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @UnlessNull()
  @IsUUID()
  readonly ownerId: string | null;

  @ApiProperty({ ...day, nullable: true, description: 'The last day, after today' })
  @UnlessNull()
  @Day()
  readonly endsOn: string | null;

  @ApiProperty({ maxLength: limits.exitRule.max, description: 'How somebody leaves; empty while it is not agreed' })
  @Trimmed()
  @IsString()
  @MaxLength(limits.exitRule.max)
  readonly exitRule: string;

  @ApiProperty({ maxLength: limits.decidingBody.max, description: 'Who decides; empty while it is not agreed' })
  @OneLine()
  @IsString()
  @MaxLength(limits.decidingBody.max)
  readonly decidingBody: string;

  @ApiProperty({ type: GoalDto })
  @IsObject()
  @ValidateNested()
  @Type(() => GoalDto)
  readonly goal: GoalDto;

  @ApiProperty({ maxLength: limits.result })
  @Trimmed()
  @IsString()
  @MaxLength(limits.result)
  readonly baseline: string;

  @ApiProperty({ maxLength: limits.staysLocal })
  @Trimmed()
  @IsString()
  @MaxLength(limits.staysLocal)
  readonly staysLocal: string;
}

export class PartnerDto {
  @ApiProperty({ enum: partnerKinds })
  @IsIn(partnerKinds)
  readonly kind: PartnerKind;

  @ApiProperty({ minLength: limits.partnerName.min, maxLength: limits.partnerName.max })
  @OneLine()
  @IsString()
  @Length(limits.partnerName.min, limits.partnerName.max)
  readonly name: string;
}

export class CastDto implements CastInput {
  @ApiProperty({ enum: partyRoles })
  @IsIn(partyRoles)
  readonly role: PartyRole;
}

export class JoinDto extends CastDto implements JoinInput {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly villageId?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly teamId?: string | null;

  @ApiPropertyOptional({ type: PartnerDto, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartnerDto)
  readonly partner?: PartnerDto | null;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: limits.parties })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(limits.parties)
  @IsUUID('all', { each: true })
  readonly proposalIds?: readonly string[];
}

export class TaskInputDto implements TaskInput {
  @ApiProperty({ minLength: limits.task.min, maxLength: limits.task.max })
  @OneLine()
  @IsString()
  @Length(limits.task.min, limits.task.max)
  readonly title: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @UnlessNull()
  @IsUUID()
  readonly personId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @UnlessNull()
  @IsUUID()
  readonly partyId: string | null;

  @ApiProperty({ ...day, nullable: true })
  @UnlessNull()
  @Day()
  readonly dueOn: string | null;

  @ApiProperty()
  @IsBoolean()
  readonly isDone: boolean;
}

export class AgreementDto implements AgreementInput {
  @ApiProperty({ minLength: limits.agreementTitle.min, maxLength: limits.agreementTitle.max })
  @OneLine()
  @IsString()
  @Length(limits.agreementTitle.min, limits.agreementTitle.max)
  readonly title: string;

  @ApiProperty({ maxLength: limits.agreementBody })
  @Trimmed()
  @IsString()
  @MaxLength(limits.agreementBody)
  readonly body: string;

  @ApiProperty({ ...day, description: 'Today or earlier' })
  @Day()
  readonly decidedOn: string;
}

export class DocumentInputDto implements DocumentInput {
  @ApiProperty({ minLength: limits.documentTitle.min, maxLength: limits.documentTitle.max })
  @OneLine()
  @IsString()
  @Length(limits.documentTitle.min, limits.documentTitle.max)
  readonly title: string;

  @ApiProperty({ format: 'uri', maxLength: limits.documentUrl, description: 'Where it stands; https alone' })
  @Trimmed()
  @IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true })
  @MaxLength(limits.documentUrl)
  readonly url: string;
}
