import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { procurementLimits, purchaseKinds, shareKeys } from '@kernagenda/procurement/domain';
import type {
  BuyerInput,
  CoordinationInput,
  DemandLineInput,
  NewDemandLineInput,
  PurchaseInput,
  PurchaseKind,
  PurchaseUpdate,
  ReasonInput,
  ShareKey,
} from '@kernagenda/procurement/domain';
import { IsCents, IsDay, Note, UnlessNull, cents, day } from './fields';

const limits = procurementLimits;

export class PurchaseQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this collaboration' })
  @IsOptional()
  @IsUUID()
  readonly collaboration?: string;
}

export class PurchaseUpdateDto implements PurchaseUpdate {
  @ApiProperty({ minLength: limits.what.min, maxLength: limits.what.max, description: 'What is bought' })
  @OneLine()
  @IsString()
  @Length(limits.what.min, limits.what.max)
  readonly what: string;

  @ApiProperty({ minLength: limits.unit.min, maxLength: limits.unit.max, description: 'What is counted' })
  @OneLine()
  @IsString()
  @Length(limits.unit.min, limits.unit.max)
  readonly unit: string;

  @ApiProperty({ enum: purchaseKinds })
  @IsIn(purchaseKinds)
  readonly kind: PurchaseKind;

  @ApiProperty({ enum: shareKeys, description: 'How costs are divided over villages' })
  @IsIn(shareKeys)
  readonly shareKey: ShareKey;
}

export class PurchaseInputDto extends PurchaseUpdateDto implements PurchaseInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly collaborationId: string;
}

export class BuyerDto implements BuyerInput {
  @ApiProperty({ format: 'uuid', description: 'A team that is party of the collaboration' })
  @IsUUID()
  readonly teamId: string;
}

export class DemandLineInputDto implements DemandLineInput {
  @ApiProperty({ minLength: limits.lineWhat.min, maxLength: limits.lineWhat.max })
  @OneLine()
  @IsString()
  @Length(limits.lineWhat.min, limits.lineWhat.max)
  readonly what: string;

  @ApiProperty({ type: 'integer', minimum: limits.quantity.min, maximum: limits.quantity.max })
  @IsInt()
  @Min(limits.quantity.min)
  @Max(limits.quantity.max)
  readonly quantity: number;

  @Note(limits.specification.max)
  readonly specification: string = '';

  @ApiProperty({ ...day, nullable: true })
  @UnlessNull()
  @IsDay()
  readonly neededBy: string | null;

  @ApiProperty({ ...cents, nullable: true })
  @UnlessNull()
  @IsCents()
  readonly budgetCents: number | null;

  @ApiProperty({ ...cents, nullable: true, description: 'What this line would cost if the village bought alone' })
  @UnlessNull()
  @IsCents()
  readonly separatePriceCents: number | null;

  @Note(limits.source.max)
  readonly separatePriceSource: string = '';
}

export class NewDemandLineDto extends DemandLineInputDto implements NewDemandLineInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly villageId: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The point it comes from, which moves along',
  })
  @UnlessNull()
  @IsUUID()
  readonly proposalId: string | null;
}

export class PurchaseReasonDto implements ReasonInput {
  @ApiProperty({ minLength: limits.reason.min, maxLength: limits.reason.max })
  @Trimmed()
  @IsString()
  @Length(limits.reason.min, limits.reason.max)
  readonly reason: string;
}

export class CoordinationDto implements CoordinationInput {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: limits.hours })
  @IsInt()
  @Min(0)
  @Max(limits.hours)
  readonly hours: number;

  @ApiProperty({ ...cents, description: 'Per hour' })
  @IsCents()
  readonly rateCents: number;

  @Note(limits.source.max)
  readonly hoursSource: string = '';

  @ApiProperty(cents)
  @IsCents()
  readonly otherCents: number;

  @Note(limits.source.max)
  readonly otherSource: string = '';
}
