import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { OneLine } from '@kernagenda/shared/api';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import type { PhotoUpdate, PhotoView } from '@kernagenda/proposals/domain';

const { max } = photoLimits.description;
const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

export class PhotoDto implements PhotoView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ maxLength: max, description: 'What can be seen, for who does not see it; empty when there is none' })
  readonly description: string;

  @ApiProperty({ description: 'True when its author chose to give no description' })
  readonly isUndescribed: boolean;

  @ApiProperty({ type: 'integer', description: 'Of the largest size, in pixels' })
  readonly width: number;

  @ApiProperty({ type: 'integer' })
  readonly height: number;
}

export class PhotoUpdateDto implements PhotoUpdate {
  @ApiPropertyOptional({ maxLength: max })
  @MayBeLeftOut()
  @OneLine()
  @IsString()
  @MaxLength(max)
  readonly description?: string;

  @ApiPropertyOptional({ description: 'True to give no description on purpose' })
  @MayBeLeftOut()
  @IsBoolean()
  readonly isUndescribed?: boolean;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: photoLimits.count - 1, description: 'Where it stands' })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(photoLimits.count - 1)
  readonly position?: number;
}
