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
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PhotoDto } from '@kernagenda/proposals/api';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import {
  inboxFilters,
  inboxStates,
  sideKinds,
  threadActionNames,
  threadLimits,
  threadSubjectKinds,
  messageActionNames,
} from '@kernagenda/conversations/domain';
import type {
  InboxFilter,
  InboxState,
  InboxView,
  MessageAction,
  MessageInput,
  MessagePhotoInput,
  MessageView,
  ParticipantView,
  ReadInput,
  SideKind,
  SideView,
  ThreadAction,
  ThreadInput,
  ThreadSubjectKind,
  ThreadSummary,
  ThreadView,
} from '@kernagenda/conversations/domain';

const { title, body } = threadLimits;
const instant = { type: String, format: 'date-time' } as const;
const largestNumber = 2_147_483_647;

class MessagePhotoInputDto implements MessagePhotoInput {
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

export class MessageInputDto implements MessageInput {
  @ApiProperty({ minLength: body.min, maxLength: body.max })
  @Trimmed()
  @IsString()
  @Length(body.min, body.max)
  readonly body: string;

  @ApiPropertyOptional({ type: [MessagePhotoInputDto], maxItems: photoLimits.count })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(photoLimits.count)
  @ValidateNested({ each: true })
  @Type(() => MessagePhotoInputDto)
  readonly photos?: readonly MessagePhotoInputDto[];
}

export class ThreadInputDto extends MessageInputDto implements ThreadInput {
  @ApiProperty({ format: 'uuid', description: 'The own village, whose brokers read it' })
  @IsUUID()
  readonly villageId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The village whose group is written to by that of the own one' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsUUID()
  readonly toVillageId?: string;

  @ApiProperty({ minLength: title.min, maxLength: title.max })
  @OneLine()
  @IsString()
  @Length(title.min, title.max)
  readonly title: string;
}

export class ReadInputDto implements ReadInput {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The number of the newest message that was read' })
  @IsInt()
  @Min(1)
  @Max(largestNumber)
  readonly number: number;
}

class SideDto implements SideView {
  @ApiProperty({ enum: sideKinds })
  readonly kind: SideKind;

  @ApiProperty({ type: String, nullable: true, description: 'Of the person, village or team; null when unknown' })
  readonly name: string | null;
}

class ParticipantDto extends SideDto implements ParticipantView {
  @ApiProperty()
  readonly hasLeft: boolean;
}

class InboxDto implements InboxView {
  @ApiProperty({ enum: inboxStates })
  readonly state: InboxState;

  @ApiProperty({ type: SideDto, description: 'The brokers of a village, or the team, that has it now' })
  readonly holder: SideDto;

  @ApiProperty({ type: String, nullable: true, description: 'First name of who answers' })
  readonly assignee: string | null;

  @ApiProperty()
  readonly isMine: boolean;

  @ApiProperty({ format: 'date', description: 'An answer is there on this day at the latest' })
  readonly dueOn: string;

  @ApiProperty()
  readonly isLate: boolean;
}

class ThreadSummaryDto implements ThreadSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: threadSubjectKinds })
  readonly subjectKind: ThreadSubjectKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly subjectId: string | null;

  @ApiProperty({ type: [ParticipantDto] })
  readonly participants: readonly ParticipantDto[];

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ ...instant, description: 'When the last message came, or the thread was opened' })
  readonly lastMessageAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'The beginning of the last message' })
  readonly excerpt: string | null;

  @ApiProperty({ type: 'integer', description: 'Messages of others that were not read yet' })
  readonly unread: number;

  @ApiProperty({ type: InboxDto, nullable: true, description: 'Who answers; null where nobody has to' })
  readonly inbox: InboxDto | null;
}

export class ThreadListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: inboxFilters, description: 'Only what waits in the inbox, of what this person answers' })
  @IsOptional()
  @IsIn(inboxFilters)
  readonly inbox?: InboxFilter;

  @ApiPropertyOptional({ maxLength: threadLimits.search.max, description: 'Part of a title or of a message' })
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(threadLimits.search.max)
  readonly search?: string;
}

export class ThreadDto extends ThreadSummaryDto implements ThreadView {
  @ApiProperty({ description: 'Whether this person takes part no more' })
  readonly hasLeft: boolean;

  @ApiProperty({ enum: threadActionNames, isArray: true })
  readonly allowedActions: readonly ThreadAction[];
}

export class ThreadPageDto {
  @ApiProperty({ type: [ThreadSummaryDto] })
  readonly items: readonly ThreadSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class MessageDto implements MessageView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer', description: 'Counts up within the thread, from 1' })
  readonly number: number;

  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: [PhotoDto], description: 'Their files are found at `/api/v1/message-photos/{id}/{size}`' })
  readonly photos: readonly PhotoDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null when the person left the platform' })
  readonly author: string | null;

  @ApiProperty()
  readonly isMine: boolean;

  @ApiProperty({ type: SideDto, description: 'On whose behalf it was written' })
  readonly side: SideDto;

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ description: 'Whether a draft of a proposal was made of it' })
  readonly isDrafted: boolean;

  @ApiProperty({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'That proposal, for who wrote the message, and for everybody once it is public',
  })
  readonly proposalId: string | null;

  @ApiProperty({ enum: messageActionNames, isArray: true })
  readonly allowedActions: readonly MessageAction[];
}

export class MessagePageDto {
  @ApiProperty({ type: [MessageDto] })
  readonly items: readonly MessageDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;

  @ApiProperty({ type: ThreadDto })
  readonly thread: ThreadDto;
}
