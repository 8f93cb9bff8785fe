import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import { OneLine, Trimmed } from '@kernagenda/shared/api';
import { procurementLimits } from '@kernagenda/procurement/domain';
import type {
  DeliverInput,
  DeliveryPhotoInput,
  DeliveryPlanInput,
  VillageEvaluationInput,
} from '@kernagenda/procurement/domain';
import { IsDay, Note, day } from './fields';

const limits = procurementLimits;

export class DeliveryPlanDto implements DeliveryPlanInput {
  @ApiProperty(day)
  @IsDay()
  readonly plannedOn: string;
}

class DeliveryPhotoDto implements DeliveryPhotoInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ maxLength: photoLimits.description.max })
  @OneLine()
  @IsString()
  @MaxLength(photoLimits.description.max)
  readonly description: string;

  @ApiProperty()
  @IsBoolean()
  readonly isUndescribed: boolean;
}

export class DeliverDto implements DeliverInput {
  @ApiProperty(day)
  @IsDay()
  readonly deliveredOn: string;

  @ApiProperty({ minLength: limits.story.min, maxLength: limits.story.max })
  @Trimmed()
  @IsString()
  @Length(limits.story.min, limits.story.max)
  readonly story: string;

  @ApiPropertyOptional({ type: [DeliveryPhotoDto], maxItems: limits.photosPerDelivery, default: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(limits.photosPerDelivery)
  @ValidateNested({ each: true })
  @Type(() => DeliveryPhotoDto)
  readonly photos: DeliveryPhotoDto[] = [];
}

export class VillageEvaluationDto implements VillageEvaluationInput {
  @ApiProperty()
  @IsBoolean()
  readonly isContent: boolean;

  @Note(limits.note.max)
  readonly note: string = '';
}
