import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, Matches, ValidateIf } from 'class-validator';
import { Trimmed } from '@kernagenda/shared/api';
import {
  answeringParts,
  commentActionNames,
  commentLimits,
  commentStates,
  placedKinds,
  questionOwners,
} from '@kernagenda/conversations/domain';
import type {
  AnswerInput,
  AnswerView,
  AnsweringPart,
  AssignInput,
  CommentAction,
  CommentInput,
  CommentState,
  CommentView,
  HelperContact,
  HideCommentInput,
  OpenQuestion,
  PlacedKind,
  QuestionOwner,
  QuestionView,
} from '@kernagenda/conversations/domain';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';

const { body, reason } = commentLimits;
const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;

export class AnswerInputDto implements AnswerInput {
  @ApiProperty({ minLength: body.min, maxLength: body.max })
  @Trimmed()
  @IsString()
  @Length(body.min, body.max)
  readonly body: string;
}

export class CommentInputDto extends AnswerInputDto implements CommentInput {
  @ApiProperty({ enum: placedKinds, description: 'Offering help is the first yes to sharing how to reach you' })
  @IsIn(placedKinds)
  readonly kind: PlacedKind;
}

export class AssignDto implements AssignInput {
  @ApiProperty({ enum: questionOwners })
  @IsIn(questionOwners)
  readonly owner: QuestionOwner;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Which team, when the owner is one' })
  @ValidateIf(({ teamId }: AssignDto) => teamId !== null)
  @IsUUID()
  readonly teamId: string | null;

  @ApiProperty({ ...day, description: 'Today or later, at most a year ahead' })
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'dueOn must be a day: yyyy-mm-dd' })
  readonly dueOn: string;
}

export class HideCommentDto implements HideCommentInput {
  @ApiProperty({ minLength: reason.min, maxLength: reason.max })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;
}

class AnswerDto implements AnswerView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: String, nullable: true })
  readonly author: string | null;

  @ApiProperty({ enum: answeringParts })
  readonly part: AnsweringPart;

  @ApiProperty(instant)
  readonly createdAt: string;
}

class QuestionDto implements QuestionView {
  @ApiProperty({ enum: questionOwners })
  readonly owner: QuestionOwner;

  @ApiProperty({ type: TeamRefDto, nullable: true })
  readonly team: TeamRefDto | null;

  @ApiProperty(day)
  readonly dueOn: string;
}

export class CommentDto implements CommentView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: placedKinds })
  readonly kind: PlacedKind;

  @ApiProperty({ enum: commentStates })
  readonly state: CommentState;

  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the person left' })
  readonly author: string | null;

  @ApiProperty()
  readonly isMine: boolean;

  @ApiProperty({ type: VillageRefDto, nullable: true })
  readonly village: VillageRefDto | null;

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ type: QuestionDto, nullable: true, description: 'Who has to answer and when at the latest' })
  readonly question: QuestionDto | null;

  @ApiProperty({ type: AnswerDto, nullable: true })
  readonly answer: AnswerDto | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it is hidden; only its author and the broker see it' })
  readonly hiddenReason: string | null;

  @ApiProperty({ enum: commentActionNames, isArray: true })
  readonly allowedActions: readonly CommentAction[];
}

export class CommentPageDto {
  @ApiProperty({ type: [CommentDto] })
  readonly items: readonly CommentDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;

  @ApiProperty({ description: 'Whether this person may say something here' })
  readonly mayComment: boolean;
}

class OpenQuestionDto implements OpenQuestion {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: String, nullable: true })
  readonly author: string | null;

  @ApiProperty({ enum: questionOwners })
  readonly owner: QuestionOwner;

  @ApiProperty({ type: TeamRefDto, nullable: true })
  readonly team: TeamRefDto | null;

  @ApiProperty(day)
  readonly dueOn: string;
}

export class OpenQuestionPageDto {
  @ApiProperty({ type: [OpenQuestionDto] })
  readonly items: readonly OpenQuestionDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class HelperContactDto implements HelperContact {
  @ApiProperty()
  readonly displayName: string;

  @ApiProperty({ format: 'email' })
  readonly email: string;
}
