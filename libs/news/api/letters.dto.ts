import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { historyKinds } from '@kernagenda/collaborations/domain';
import type { HistoryKind } from '@kernagenda/collaborations/domain';
import { letterActions, letterLimits, letterParts, letterStates } from '@kernagenda/news/domain';
import type {
  LetterAction,
  LetterEdit,
  LetterInput,
  LetterLine,
  LetterLineInput,
  LetterMoment,
  LetterOwner,
  LetterPart,
  LetterPeriod,
  LetterPoint,
  LetterState,
  LetterSummary,
  LetterView,
  LettersOf,
  LettersView,
} from '@kernagenda/news/domain';
import { agendaStates } from '@kernagenda/proposals/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

const { title, introduction, words, lines } = letterLimits;
const day = /^\d{4}-\d{2}-\d{2}$/;
const slug = /^[a-z0-9-]{1,60}$/;
const maybeText = { type: String, nullable: true } as const;

export class VillageNewsQuery extends PageQuery {
  @ApiProperty({ description: 'Slug of the village' })
  @Matches(slug)
  readonly village: string;
}

export class LettersQuery extends PageQuery implements LettersOf {
  @ApiPropertyOptional({ description: 'Slug of the village; either this or `collaboration`' })
  @IsOptional()
  @Matches(slug)
  readonly village?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly collaboration?: string;
}

class LetterPeriodDto implements LetterPeriod {
  @ApiProperty({ format: 'date' })
  @IsString()
  @Matches(day)
  readonly fromOn: string;

  @ApiProperty({ format: 'date', description: 'Included; today or earlier' })
  @IsString()
  @Matches(day)
  readonly toOn: string;
}

export class LetterInputDto extends LetterPeriodDto implements LetterInput {
  @ApiPropertyOptional({ description: 'Slug of the village; either this or `collaboration`' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @Matches(slug)
  readonly village?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsUUID()
  readonly collaboration?: string;

  @ApiProperty({ minLength: title.min, maxLength: title.max })
  @OneLine()
  @IsString()
  @Length(title.min, title.max)
  readonly title: string;
}

class LetterLineInputDto implements LetterLineInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  readonly id: string;

  @ApiProperty({ ...maybeText, maxLength: words.max, description: 'Null leaves the sentence of the system' })
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(words.max)
  readonly words: string | null;

  @ApiProperty()
  @IsBoolean()
  readonly isLeftOut: boolean;
}

export class LetterEditDto implements LetterEdit {
  @ApiProperty({ minLength: title.min, maxLength: title.max })
  @OneLine()
  @IsString()
  @Length(title.min, title.max)
  readonly title: string;

  @ApiProperty({ maxLength: introduction.max })
  @Trimmed()
  @IsString()
  @MaxLength(introduction.max)
  readonly introduction: string;

  @ApiProperty({ type: [LetterLineInputDto], maxItems: lines })
  @IsArray()
  @ArrayMaxSize(lines)
  @ArrayUnique((line: unknown) => (line as Partial<LetterLineInput> | null)?.id)
  @ValidateNested({ each: true })
  @Type(() => LetterLineInputDto)
  readonly lines: readonly LetterLineInputDto[];
}

class LetterCollaborationDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

class LetterOwnerDto implements LetterOwner {
  @ApiProperty({ type: VillageRefDto, nullable: true, description: 'Null for a collaboration' })
  readonly village: VillageRefDto | null;

  @ApiProperty({ type: LetterCollaborationDto, nullable: true, description: 'Null for a village' })
  readonly collaboration: LetterCollaborationDto | null;
}

class LetterSummaryDto extends LetterOwnerDto implements LetterSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ format: 'date' })
  readonly fromOn: string;

  @ApiProperty({ format: 'date' })
  readonly toOn: string;

  @ApiProperty({ enum: letterStates })
  readonly state: LetterState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly publishedAt: string | null;
}

export class LettersDto extends LetterOwnerDto implements LettersView {
  @ApiProperty({ type: [LetterSummaryDto] })
  readonly items: readonly LetterSummaryDto[];

  @ApiProperty(maybeText)
  readonly nextCursor: string | null;

  @ApiProperty({ type: LetterPeriodDto, nullable: true, description: 'Null for who may not write the next one' })
  readonly next: LetterPeriodDto | null;
}

class LetterPointDto implements LetterPoint {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'As it is now' })
  readonly title: string;

  @ApiProperty({ enum: agendaStates, description: 'When the letter was written' })
  readonly state: AgendaState;
}

class LetterMomentDto implements LetterMoment {
  @ApiProperty({ enum: historyKinds })
  readonly kind: HistoryKind;

  @ApiProperty({ ...maybeText, description: 'Which party, by name' })
  readonly party: string | null;

  @ApiProperty({ ...maybeText, description: 'The phase, role or state of a purchase it came to' })
  readonly to: string | null;

  @ApiProperty({ ...maybeText, description: 'What was agreed, in a few words' })
  readonly title: string | null;

  @ApiProperty({ ...maybeText, description: 'What was agreed, or the reason' })
  readonly text: string | null;
}

class LetterLineDto implements LetterLine {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: letterParts })
  readonly part: LetterPart;

  @ApiProperty({ type: LetterPointDto, nullable: true })
  readonly point: LetterPointDto | null;

  @ApiProperty({ type: LetterMomentDto, nullable: true, description: 'What happened in the collaboration' })
  readonly moment: LetterMomentDto | null;

  @ApiProperty({ description: 'yyyy-mm-dd, or yyyy-mm of a milestone' })
  readonly day: string;

  @ApiProperty({ ...maybeText, description: 'What was promised or is aimed at, as it is now' })
  readonly what: string | null;

  @ApiProperty()
  readonly isMilestone: boolean;

  @ApiProperty({ ...maybeText, description: 'What the writer says instead' })
  readonly words: string | null;

  @ApiProperty()
  readonly isLeftOut: boolean;
}

export class LetterDto extends LetterSummaryDto implements LetterView {
  @ApiProperty()
  readonly introduction: string;

  @ApiProperty({ type: [LetterLineDto] })
  readonly lines: readonly LetterLineDto[];

  @ApiProperty()
  readonly url: string;

  @ApiProperty({ enum: Object.keys(letterActions), isArray: true })
  readonly allowedActions: readonly LetterAction[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}
