import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { OneLine, Trimmed } from '@kernagenda/shared/api';
import { houseRules, reasonedDecisions, textBlockLimits } from '@kernagenda/moderation/domain';
import type { HouseRule, ReasonedDecision, TextBlockInput, TextBlockView } from '@kernagenda/moderation/domain';

const { name, text, count } = textBlockLimits;

export class TextBlockInputDto implements TextBlockInput {
  @ApiProperty({ minLength: name.min, maxLength: name.max })
  @OneLine()
  @IsString()
  @Length(name.min, name.max)
  readonly name: string;

  @ApiProperty({ enum: houseRules, type: String, nullable: true, description: 'Null for an answer to a message' })
  @ValidateIf(({ rule }: TextBlockInputDto) => rule !== null)
  @IsIn(houseRules)
  readonly rule: HouseRule | null;

  @ApiProperty({ enum: reasonedDecisions, type: String, nullable: true, description: 'Null for each decision' })
  @ValidateIf(({ decision }: TextBlockInputDto) => decision !== null)
  @IsIn(reasonedDecisions)
  readonly decision: ReasonedDecision | null;

  @ApiProperty({ minLength: text.min, maxLength: text.max })
  @Trimmed()
  @IsString()
  @Length(text.min, text.max)
  readonly text: string;
}

export class TextBlockDto extends TextBlockInputDto implements TextBlockView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class TextBlockPageDto {
  @ApiProperty({ type: [TextBlockDto] })
  readonly items: readonly TextBlockDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class TextBlockOrderDto {
  @ApiProperty({ type: [String], format: 'uuid', description: 'All ids, in the order wanted' })
  @IsArray()
  @ArrayMaxSize(count)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids: readonly string[];
}
