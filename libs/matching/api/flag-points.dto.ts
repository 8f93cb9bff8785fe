import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Length, Max, Min, ValidateIf } from 'class-validator';
import { matchFlagLimits } from '@kernagenda/matching/domain';
import type { AmountInput, AmountView, FlagPoint, ReasonView } from '@kernagenda/matching/domain';
import { OneLine } from '@kernagenda/shared/api';
import { MatchPointDto } from './matching.dto';

const { unit, number, cents } = matchFlagLimits;
const counted = { type: 'integer', nullable: true, minimum: 1, maximum: number } as const;

const UnlessNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

export class AmountDto implements AmountInput {
  @ApiProperty({ ...counted, description: 'How many at least; equal to `most` when one number is named' })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(number)
  readonly least: number | null;

  @ApiProperty(counted)
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(number)
  readonly most: number | null;

  @ApiProperty({ type: String, nullable: true, maxLength: unit, description: 'What is counted' })
  @UnlessNull()
  @OneLine()
  @IsString()
  @Length(1, unit)
  readonly unit: string | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: cents, description: 'Euro cents' })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(cents)
  readonly cents: number | null;
}

export class AmountViewDto extends AmountDto implements AmountView {
  @ApiProperty()
  readonly isCorrected: boolean;
}

export class MatchReasonDto implements ReasonView {
  @ApiProperty({ description: 'The shared idea, as a person would say it' })
  readonly term: string;

  @ApiProperty({ type: [String], description: 'The words the texts use for it' })
  readonly words: string[];
}

export class FlagPointDto extends MatchPointDto implements FlagPoint {
  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: AmountViewDto, nullable: true })
  readonly amount: AmountViewDto | null;
}
