import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { OneLine } from '@kernagenda/shared/api';
import { procurementLimits, purchaseRoutes } from '@kernagenda/procurement/domain';
import type {
  AdviseInput,
  AssessmentInput,
  BookInput,
  DecideInput,
  EvaluateInput,
  OrderInput,
  PriceBreak,
  PurchaseRoute,
  QuoteInput,
  RequestQuotesInput,
  RequirementsInput,
  RouteInput,
  VillageAdviceInput,
} from '@kernagenda/procurement/domain';
import { IsCents, IsDay, Note, cents, day } from './fields';
import { CoordinationDto } from './purchases.dto';

const limits = procurementLimits;

export class RouteDto implements RouteInput {
  @ApiProperty({ enum: purchaseRoutes })
  @IsIn(purchaseRoutes)
  readonly route: PurchaseRoute;

  @Note(limits.note.max)
  readonly note: string = '';
}

export class RequirementsDto implements RequirementsInput {
  @ApiProperty({ type: [String], minItems: 1, maxItems: limits.requirements })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.requirements)
  @IsString({ each: true })
  @Length(limits.requirement.min, limits.requirement.max, { each: true })
  readonly requirements: string[];
}

export class RequestQuotesDto implements RequestQuotesInput {
  @ApiProperty({ type: String, format: 'date-time', description: 'Until then quotes come in, and no price is read' })
  @IsISO8601({ strict: true })
  @Matches(/T.*(Z|[+-]\d{2}:\d{2})$/)
  readonly closesAt: string;

  @ApiProperty(day)
  @IsDay()
  readonly adviceBy: string;

  @ApiProperty(day)
  @IsDay()
  readonly decisionBy: string;
}

export class PriceBreakDto implements PriceBreak {
  @ApiProperty({ type: 'integer', minimum: limits.quantity.min, maximum: limits.quantity.max })
  @IsInt()
  @Min(limits.quantity.min)
  @Max(limits.quantity.max)
  readonly fromQuantity: number;

  @ApiProperty(cents)
  @IsCents()
  readonly unitPriceCents: number;
}

export class QuoteInputDto implements QuoteInput {
  @ApiProperty({ minLength: limits.supplier.min, maxLength: limits.supplier.max })
  @OneLine()
  @IsString()
  @Length(limits.supplier.min, limits.supplier.max)
  readonly supplier: string;

  @ApiProperty({
    type: [PriceBreakDto],
    minItems: 1,
    maxItems: limits.priceBreaks,
    description: 'By quantity, ascending',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.priceBreaks)
  @ValidateNested({ each: true })
  @Type(() => PriceBreakDto)
  readonly priceBreaks: PriceBreakDto[];

  @ApiProperty({ ...cents, description: 'For all deliveries together' })
  @IsCents()
  readonly deliveryCents: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: limits.deliveryWeeks })
  @IsInt()
  @Min(0)
  @Max(limits.deliveryWeeks)
  readonly deliveryWeeks: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: limits.warrantyMonths })
  @IsInt()
  @Min(0)
  @Max(limits.warrantyMonths)
  readonly warrantyMonths: number;

  @ApiProperty({ ...day, description: 'The last day on which the price holds' })
  @IsDay()
  readonly validUntil: string;

  @Note(limits.note.max)
  readonly note: string = '';
}

export class AssessmentDto implements AssessmentInput {
  @ApiProperty()
  @IsBoolean()
  readonly meetsRequirements: boolean;

  @Note(limits.note.max)
  readonly note: string = '';
}

export class VillageAdviceDto implements VillageAdviceInput {
  @ApiProperty({ description: 'Whether what is offered serves the need of the village' })
  @IsBoolean()
  readonly isGood: boolean;

  @Note(limits.note.max)
  readonly note: string = '';
}

export class AdviseDto implements AdviseInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly quoteId: string;

  @Note(limits.note.max)
  readonly note: string = '';
}

export class DecideDto implements DecideInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly quoteId: string;

  @Note(limits.reason.max)
  readonly reason: string = '';
}

export class OrderDto implements OrderInput {
  @Note(limits.source.max)
  readonly reference: string = '';

  @Note(limits.note.max)
  readonly note: string = '';
}

export class EvaluateDto implements EvaluateInput {
  @Note(limits.story.max)
  readonly lesson: string = '';
}

export class BookDto implements BookInput {
  @ApiProperty(cents)
  @IsCents()
  readonly invoiceCents: number;

  @ApiProperty({ minLength: 1, maxLength: limits.source.max })
  @OneLine()
  @IsString()
  @Length(1, limits.source.max)
  readonly invoiceReference: string;

  @ApiProperty({ type: CoordinationDto })
  @ValidateNested()
  @Type(() => CoordinationDto)
  readonly coordination: CoordinationDto;
}
