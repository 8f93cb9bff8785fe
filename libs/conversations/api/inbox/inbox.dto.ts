import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { Colleague, HandOverInput, InboxInput, NoteInput, NoteView } from '@kernagenda/conversations/domain';
import { Trimmed } from '@kernagenda/shared/api';

export class ThreadAssigneeDto implements InboxInput {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Who answers; null for nobody in particular',
  })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsUUID()
  readonly personId: string | null;
}

export class ThreadHandOverDto implements HandOverInput {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The team; null for the brokers' })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsUUID()
  readonly teamId: string | null;
}

class ColleagueDto implements Colleague {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;

  @ApiProperty()
  readonly isAssignee: boolean;
}

export class ColleaguesDto {
  @ApiProperty({ type: [ColleagueDto] })
  readonly items: readonly ColleagueDto[];
}

export class NoteInputDto implements NoteInput {
  @ApiProperty({ minLength: threadLimits.note.min, maxLength: threadLimits.note.max })
  @Trimmed()
  @IsString()
  @Length(threadLimits.note.min, threadLimits.note.max)
  readonly body: string;
}

class NoteDto implements NoteView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the person left the platform' })
  readonly author: string | null;

  @ApiProperty()
  readonly isMine: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
}

export class NotesDto {
  @ApiProperty({ type: [NoteDto] })
  readonly items: readonly NoteDto[];
}
