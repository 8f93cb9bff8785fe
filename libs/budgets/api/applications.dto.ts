import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Type } from 'class-transformer';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { applicationLimits, applyingSides, budgetRuleLimits } from '@kernagenda/budgets/domain';
import type { AdviceInput, ApplicationInput, ApplyingSide, DecisionInput, NoteInput } from '@kernagenda/budgets/domain';
import { applicationLists } from './budgets.queries';
import type { ApplicationList } from './budgets.queries';
import { IsCents, IsDay, Words, cents, day, uuid } from './fields';

const { title, plan, contact, note } = applicationLimits;
const { year, criterion, criteria } = budgetRuleLimits;

export class ApplicationInputDto implements ApplicationInput {
  @ApiProperty(uuid)
  @IsUUID()
  readonly villageId: string;

  @ApiProperty({ ...uuid, description: 'The public point of that village it is for' })
  @IsUUID()
  readonly proposalId: string;

  @ApiProperty({ enum: applyingSides })
  @IsIn(applyingSides)
  readonly side: ApplyingSide;

  @ApiProperty({ minLength: title.min, maxLength: title.max, description: 'Public once money is granted' })
  @OneLine()
  @Length(title.min, title.max)
  readonly title: string;

  @Words(plan)
  readonly plan: string;

  @ApiProperty({ ...cents, minimum: 1 })
  @IsCents(1)
  readonly amountCents: number;

  @ApiProperty({ description: 'Whether it is for an activity that exists already' })
  @IsBoolean()
  readonly isExisting: boolean;

  @ApiProperty(day)
  @IsDay()
  readonly startsOn: string;

  @ApiProperty({ type: [String], description: 'Those of the public criteria that are met, word for word' })
  @IsArray()
  @ArrayMaxSize(criteria)
  @IsString({ each: true })
  @MaxLength(criterion.max, { each: true })
  readonly met: readonly string[];

  @Words(contact)
  readonly contact: string;
}

export class BudgetNoteDto implements NoteInput {
  @Words(note)
  readonly note: string;
}

export class BudgetAdviceDto extends BudgetNoteDto implements AdviceInput {
  @ApiProperty()
  @IsBoolean()
  readonly isPositive: boolean;
}

export class BudgetDecisionDto implements DecisionInput {
  @ApiProperty({ ...cents, description: 'Euro cents; 0 refuses' })
  @IsCents()
  readonly grantedCents: number;

  @ApiPropertyOptional({ maxLength: note.max, default: '' })
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(note.max)
  readonly reason: string = '';

  @ApiPropertyOptional({ default: false, description: 'Less is granted for want of money' })
  @IsOptional()
  @IsBoolean()
  readonly isShort: boolean = false;

  @ApiPropertyOptional({
    default: false,
    description: 'It may leave too little for who was first; the reason says why',
  })
  @IsOptional()
  @IsBoolean()
  readonly isBeforeOthers: boolean = false;
}

export class ApplicationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: applicationLists, default: 'waiting' })
  @IsOptional()
  @IsIn(applicationLists)
  readonly list: ApplicationList = 'waiting';
}

export class BudgetQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: year.min,
    maximum: year.max,
    description: 'This year when left out',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(year.min)
  @Max(year.max)
  readonly year?: number;
}
