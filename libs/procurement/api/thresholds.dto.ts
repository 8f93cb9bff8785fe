import { IsIn, IsUrl, Length, MaxLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { OneLine } from '@kernagenda/shared/api';
import { purchaseKinds, purchaseRoutes, thresholdLimits } from '@kernagenda/procurement/domain';
import type { PurchaseKind, PurchaseRoute, ThresholdInput, ThresholdView } from '@kernagenda/procurement/domain';
import { IsCents, IsDay, UnlessNull, cents, day } from './fields';

const { source, sourceUrl } = thresholdLimits;

export class ThresholdInputDto implements ThresholdInput {
  @ApiProperty({ enum: purchaseKinds })
  @IsIn(purchaseKinds)
  readonly kind: PurchaseKind;

  @ApiProperty({ enum: purchaseRoutes, description: 'Asked from this amount on' })
  @IsIn(purchaseRoutes)
  readonly route: PurchaseRoute;

  @ApiProperty(cents)
  @IsCents()
  readonly fromCents: number;

  @ApiProperty({ ...day, description: 'The first day it holds' })
  @IsDay()
  readonly validFrom: string;

  @ApiProperty({ ...day, nullable: true, description: 'The last day it holds; null while nobody knows' })
  @UnlessNull()
  @IsDay()
  readonly validUntil: string | null;

  @ApiProperty({ minLength: source.min, maxLength: source.max, description: 'Who says so, in words for people' })
  @OneLine()
  @Length(source.min, source.max)
  readonly source: string;

  @ApiProperty({ format: 'uri', maxLength: sourceUrl })
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(sourceUrl)
  readonly sourceUrl: string;
}

export class ThresholdDto extends ThresholdInputDto implements ThresholdView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class ThresholdPageDto {
  @ApiProperty({ type: [ThresholdDto] })
  readonly items: readonly ThresholdDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
