import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
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
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { feasibilityOutcomes, promiseLimits, standings } from '@kernagenda/commitments/domain';
import type {
  AnswerInput,
  AskInput,
  CommitmentInput,
  FeasibilityInput,
  FeasibilityOutcome,
  HideSaidInput,
  MilestoneInput,
  MilestoneUpdate,
  MoveInput,
  RefreshInput,
  Standing,
  StoryInput,
  UpdateInput,
  UpdatePhotoInput,
  WithdrawInput,
} from '@kernagenda/commitments/domain';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { moneyLimits } from '@kernagenda/shared/domain';

const { answer, feasibility, story, what, reason, question, update, milestone, photos } = promiseLimits;
const day = { type: String, format: 'date', description: 'Today or later, in Amsterdam' } as const;

const Day = (): PropertyDecorator => Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'dueOn must be a day: yyyy-mm-dd' });

export class OfficialAnswerInputDto implements AnswerInput {
  @ApiProperty({ minLength: answer.text.min, maxLength: answer.text.max })
  @Trimmed()
  @IsString()
  @Length(answer.text.min, answer.text.max)
  readonly text: string;

  @ApiProperty({ minLength: answer.why.min, maxLength: answer.why.max })
  @Trimmed()
  @IsString()
  @Length(answer.why.min, answer.why.max)
  readonly why: string;

  @ApiProperty({ maxLength: answer.alternative.max, description: 'What can be done instead; empty when nothing' })
  @Trimmed()
  @IsString()
  @MaxLength(answer.alternative.max)
  readonly alternative: string;
}

export class FeasibilityInputDto implements FeasibilityInput {
  @ApiProperty({ enum: feasibilityOutcomes })
  @IsIn(feasibilityOutcomes)
  readonly outcome: FeasibilityOutcome;

  @ApiProperty({ minLength: feasibility.text.min, maxLength: feasibility.text.max })
  @Trimmed()
  @IsString()
  @Length(feasibility.text.min, feasibility.text.max)
  readonly text: string;

  @ApiProperty({ type: 'integer', nullable: true, maximum: moneyLimits.cents, description: 'In cents; rough' })
  @ValidateIf(({ costCents }: FeasibilityInputDto) => costCents !== null)
  @IsInt()
  @Min(0)
  @Max(moneyLimits.cents)
  readonly costCents: number | null;

  @ApiProperty({ format: 'date', description: 'The day on which somebody looked, today or earlier' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'lookedOn must be a day: yyyy-mm-dd' })
  readonly lookedOn: string;
}

export class StoryInputDto implements StoryInput {
  @ApiProperty({ minLength: story.before.min, maxLength: story.before.max, description: 'How it was' })
  @Trimmed()
  @IsString()
  @Length(story.before.min, story.before.max)
  readonly before: string;

  @ApiProperty({ minLength: story.after.min, maxLength: story.after.max, description: 'How it is now' })
  @Trimmed()
  @IsString()
  @Length(story.after.min, story.after.max)
  readonly after: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    maximum: moneyLimits.cents,
    description: 'In cents; null is not told',
  })
  @ValidateIf(({ costCents }: StoryInputDto) => costCents !== null)
  @IsInt()
  @Min(0)
  @Max(moneyLimits.cents)
  readonly costCents: number | null;

  @ApiProperty({ maxLength: story.partners.max, description: 'Who took part; may be empty' })
  @Trimmed()
  @IsString()
  @MaxLength(story.partners.max)
  readonly partners: string;

  @ApiProperty({ maxLength: story.thanks.max, description: 'Who is thanked; may be empty' })
  @Trimmed()
  @IsString()
  @MaxLength(story.thanks.max)
  readonly thanks: string;
}

export class CommitmentInputDto implements CommitmentInput {
  @ApiProperty({ minLength: what.min, maxLength: what.max })
  @OneLine()
  @IsString()
  @Length(what.min, what.max)
  readonly what: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null is the broker' })
  @ValidateIf(({ teamId }: CommitmentInputDto) => teamId !== null)
  @IsUUID()
  readonly teamId: string | null;

  @ApiProperty(day)
  @IsString()
  @Day()
  readonly dueOn: string;
}

class UpdatePhotoInputDto implements UpdatePhotoInput {
  @ApiProperty({ format: 'uuid', description: 'As kept before; it is sent once' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ maxLength: photoLimits.description.max, description: 'What can be seen, for who does not see it' })
  @OneLine()
  @IsString()
  @MaxLength(photoLimits.description.max)
  readonly description: string;

  @ApiProperty({ description: 'True to give no description on purpose' })
  @IsBoolean()
  readonly isUndescribed: boolean;
}

export class UpdateInputDto implements UpdateInput {
  @ApiProperty({ maxLength: update.max, description: 'May be empty beside a photo' })
  @Trimmed()
  @IsString()
  @MaxLength(update.max)
  readonly text: string;

  @ApiProperty({ type: [UpdatePhotoInputDto], maxItems: photos })
  @IsArray()
  @ArrayMaxSize(photos)
  @ValidateNested({ each: true })
  @Type(() => UpdatePhotoInputDto)
  readonly photos: readonly UpdatePhotoInputDto[];
}

export class WithdrawCommitmentDto implements WithdrawInput {
  @ApiProperty({ minLength: reason.min, maxLength: reason.max })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;
}

export class HideSaidDto extends WithdrawCommitmentDto implements HideSaidInput {}

export class MoveCommitmentDto extends WithdrawCommitmentDto implements MoveInput {
  @ApiProperty(day)
  @IsString()
  @Day()
  readonly dueOn: string;
}

export class AskCommitmentDto implements AskInput {
  @ApiProperty({ minLength: question.min, maxLength: question.max })
  @Trimmed()
  @IsString()
  @Length(question.min, question.max)
  readonly question: string;
}

export class MilestoneInputDto implements MilestoneInput {
  @ApiProperty({ minLength: milestone.title.min, maxLength: milestone.title.max })
  @OneLine()
  @IsString()
  @Length(milestone.title.min, milestone.title.max)
  readonly title: string;

  @ApiProperty({ description: 'A month yyyy-mm or a day yyyy-mm-dd' })
  @IsString()
  @Matches(/^\d{4}-\d{2}(-\d{2})?$/, { message: 'when must be a month or a day' })
  readonly when: string;
}

export class MilestoneUpdateDto extends MilestoneInputDto implements MilestoneUpdate {
  @ApiProperty()
  @IsBoolean()
  readonly isReached: boolean;
}

/** Which promises; no filter is all. */
export class FiguresQuery {
  @ApiPropertyOptional({ description: 'Slug of a village' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly village?: string;

  @ApiPropertyOptional({ enum: themes })
  @IsOptional()
  @IsIn(themes)
  readonly theme?: Theme;
}

export class CommitmentsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Slug of a village' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly village?: string;

  @ApiPropertyOptional({ enum: themes })
  @IsOptional()
  @IsIn(themes)
  readonly theme?: Theme;

  @ApiPropertyOptional({ enum: standings })
  @IsOptional()
  @IsIn(standings)
  readonly state?: Standing;
}

export class RefreshLinkDto implements RefreshInput {
  @ApiProperty({ maxLength: 300, description: 'From the mail' })
  @IsString()
  @MaxLength(300)
  readonly token: string;
}
