import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneLine, PageQuery, PeriodDto, Trimmed } from '@kernagenda/shared/api';
import { auditLimits } from '@kernagenda/shared/domain';
import { assignedRoles, personLimits, roleLimits, scopeTypes } from '@kernagenda/identity/domain';
import type {
  AssignedRole,
  CoverInput,
  CoverView,
  GiveRoleInput,
  InviteInput,
  NamedPerson,
  PersonRecord,
  RoleView,
  ScopeType,
} from '@kernagenda/identity/domain';
import { address } from './identity.dto';

const { reason } = auditLimits;
const instant = { type: String, format: 'date-time' } as const;

/** Asked of whoever opens personal data, as for the audit log itself. */
const Reason = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minLength: reason.min, maxLength: reason.max, description: 'Why you look; the reading is recorded' }),
    Trimmed(),
    IsString(),
    Length(reason.min, reason.max),
  );

export class ReasonQuery {
  @Reason()
  readonly reason: string;
}

export class PeopleListQuery extends PageQuery {
  @Reason()
  readonly reason: string;

  @ApiPropertyOptional({ description: 'Part of a name or address', maxLength: 100 })
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  readonly search?: string;

  @ApiPropertyOptional({ enum: assignedRoles, description: 'Who has this role, or will have it' })
  @IsOptional()
  @IsIn(assignedRoles)
  readonly role?: AssignedRole;
}

export class InviteDto implements InviteInput {
  @ApiProperty({ minLength: personLimits.displayName.min, maxLength: personLimits.displayName.max })
  @OneLine()
  @Length(personLimits.displayName.min, personLimits.displayName.max)
  readonly displayName: string;

  @ApiProperty({ format: 'email', maxLength: personLimits.email.max })
  @Transform(address)
  @IsEmail()
  @MaxLength(personLimits.email.max)
  readonly email: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly homeVillageId?: string | null;
}

export class MoveDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: lives in none of the villages' })
  @ValidateIf(({ homeVillageId }: MoveDto) => homeVillageId !== null)
  @IsUUID()
  readonly homeVillageId: string | null;
}

export class GiveRoleDto extends PeriodDto implements GiveRoleInput {
  @ApiProperty({ enum: assignedRoles })
  @IsIn(assignedRoles)
  readonly role: AssignedRole;

  @ApiProperty({ enum: scopeTypes })
  @IsIn(scopeTypes)
  readonly scopeType: ScopeType;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: roleLimits.scopes })
  @ArrayMinSize(1)
  @ArrayMaxSize(roleLimits.scopes)
  @IsUUID(undefined, { each: true })
  readonly scopeIds: readonly string[];
}

export class CoverDto extends PeriodDto implements CoverInput {
  @ApiProperty({ format: 'uuid', description: 'The broker who does the work' })
  @IsUUID()
  readonly coveringId: string;
}

export class NamedPersonDto implements NamedPerson {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;
}

class RoleDto implements RoleView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: assignedRoles })
  readonly role: AssignedRole;

  @ApiProperty({ enum: scopeTypes })
  readonly scopeType: ScopeType;

  @ApiProperty({ format: 'uuid' })
  readonly scopeId: string;

  @ApiProperty(instant)
  readonly startsAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly endsAt: string | null;
}

class CoverAnswerDto implements CoverView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: NamedPersonDto })
  readonly covered: NamedPersonDto;

  @ApiProperty({ type: NamedPersonDto })
  readonly covering: NamedPersonDto;

  @ApiProperty(instant)
  readonly startsAt: string;

  @ApiProperty(instant)
  readonly endsAt: string;
}

export class PersonRecordDto extends NamedPersonDto implements PersonRecord {
  @ApiProperty({ format: 'email' })
  readonly email: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly homeVillageId: string | null;

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ type: [RoleDto], description: 'Running and to come' })
  readonly roles: readonly RoleDto[];

  @ApiProperty({ type: [CoverAnswerDto], description: 'Running and to come, as covered or covering' })
  readonly covers: readonly CoverAnswerDto[];
}

export class PeoplePageDto {
  @ApiProperty({ type: [PersonRecordDto] })
  readonly items: readonly PersonRecordDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class CreatedDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}
