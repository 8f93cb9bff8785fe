import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, MaxLength, ValidateIf } from 'class-validator';
import { auditLimits } from '@kernagenda/shared/domain';
import type { AuditEntryView } from '@kernagenda/shared/domain';
import { PageQuery } from '../http/cursors';
import { Trimmed } from '../http/texts';

const { reason, name } = auditLimits;
const maybeText = { type: String, nullable: true } as const;

export class AuditQuery extends PageQuery {
  @ApiProperty({
    minLength: reason.min,
    maxLength: reason.max,
    description: 'Why you read this; the reading is recorded',
  })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;

  @ApiPropertyOptional({
    maxLength: name.max,
    description: 'Kind of object, such as `proposal`; needed with `objectId`',
  })
  @ValidateIf(({ objectId, objectType }: AuditQuery) => objectId !== undefined || objectType !== undefined)
  @IsString()
  @MaxLength(name.max)
  readonly objectType?: string;

  @ApiPropertyOptional({ maxLength: name.max })
  @IsOptional()
  @IsString()
  @MaxLength(name.max)
  readonly objectId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly actorId?: string;

  @ApiPropertyOptional({ maxLength: name.max, description: 'Such as `approve` or `role.assign`' })
  @IsOptional()
  @IsString()
  @MaxLength(name.max)
  readonly action?: string;
}

export class AuditEntryDto implements AuditEntryView {
  @ApiProperty()
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ ...maybeText, format: 'uuid', description: 'Null when the system did it' })
  readonly actorId: string | null;

  @ApiProperty()
  readonly action: string;

  @ApiProperty()
  readonly objectType: string;

  @ApiProperty()
  readonly objectId: string;

  @ApiProperty(maybeText)
  readonly from: string | null;

  @ApiProperty(maybeText)
  readonly to: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  readonly details: Readonly<Record<string, unknown>> | null;

  @ApiProperty()
  readonly areDetailsErased: boolean;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Place in the chain; null until it is linked' })
  readonly position: number | null;
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  readonly items: readonly AuditEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
