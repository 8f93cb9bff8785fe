import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { OneLine } from '@kernagenda/shared/api';
import { budgetRuleLimits } from '@kernagenda/budgets/domain';
import type { BudgetRuleInput, BudgetRuleView } from '@kernagenda/budgets/domain';
import { IsCents, cents, uuid } from './fields';

const { year, criterion, criteria, percent, source, sourceUrl } = budgetRuleLimits;

export class BudgetRuleInputDto implements BudgetRuleInput {
  @ApiProperty({ type: 'integer', minimum: year.min, maximum: year.max, description: 'The first year it holds for' })
  @IsInt()
  @Min(year.min)
  @Max(year.max)
  readonly fromYear: number;

  @ApiProperty({ ...cents, description: 'Euro cents a village has for a year' })
  @IsCents()
  readonly villageCents: number;

  @ApiProperty({ ...cents, description: 'The most euro cents one point gets in a year' })
  @IsCents()
  readonly initiativeCents: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: percent,
    description: 'Share for activities that exist already',
  })
  @IsInt()
  @Min(0)
  @Max(percent)
  readonly existingPercent: number;

  @ApiProperty({ type: String, pattern: '^\\d{2}-\\d{2}$', description: 'From this day mm-dd what is left may move' })
  @Matches(/^\d{2}-\d{2}$/)
  readonly redistributesOn: string;

  @ApiProperty({ type: [String], maxItems: criteria })
  @IsArray()
  @ArrayMaxSize(criteria)
  @ArrayUnique()
  @Length(criterion.min, criterion.max, { each: true })
  readonly criteria: readonly string[];

  @ApiProperty({ minLength: source.min, maxLength: source.max, description: 'Who says so, in words for people' })
  @OneLine()
  @Length(source.min, source.max)
  readonly source: string;

  @ApiProperty({ format: 'uri', maxLength: sourceUrl })
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(sourceUrl)
  readonly sourceUrl: string;

  @ApiProperty({ description: 'Whether some of it was made up' })
  @IsBoolean()
  readonly isExample: boolean;
}

export class BudgetRuleDto extends BudgetRuleInputDto implements BudgetRuleView {
  @ApiProperty(uuid)
  readonly id: string;

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class BudgetRulePageDto {
  @ApiProperty({ type: [BudgetRuleDto] })
  readonly items: readonly BudgetRuleDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
