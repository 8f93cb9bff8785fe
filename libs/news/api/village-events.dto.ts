import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { eventActions, eventKinds, eventLimits, eventStates, newsVoices, outcomeOwners } from '@kernagenda/news/domain';
import type {
  EventAction,
  EventInput,
  EventKind,
  EventOutcome,
  EventState,
  EventSummary,
  EventView,
  EventsPage,
  NewsVoice,
  OutcomeInput,
  OutcomeOwner,
} from '@kernagenda/news/domain';
import { agendaStates } from '@kernagenda/proposals/domain';
import { NewTextDto } from '@kernagenda/proposals/api';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { OneLine, Trimmed } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

const { title, text, place, room } = eventLimits;
const maybeRoom = { type: 'integer', nullable: true } as const;

export class EventInputDto implements EventInput {
  @ApiProperty({ enum: eventKinds })
  @IsIn(eventKinds)
  readonly kind: EventKind;

  @ApiProperty({ minLength: title.min, maxLength: title.max })
  @OneLine()
  @IsString()
  @Length(title.min, title.max)
  readonly title: string;

  @ApiProperty({ maxLength: text.max })
  @Trimmed()
  @IsString()
  @MaxLength(text.max)
  readonly text: string;

  @ApiProperty({ format: 'date', description: 'In Amsterdam; today or later' })
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly day: string;

  @ApiProperty({ example: '19:30', description: 'By the clock in Amsterdam' })
  @IsString()
  @Matches(/^\d{2}:\d{2}$/)
  readonly starts: string;

  @ApiProperty({ example: '21:30', description: 'The same day' })
  @IsString()
  @Matches(/^\d{2}:\d{2}$/)
  readonly ends: string;

  @ApiProperty({ minLength: place.min, maxLength: place.max })
  @OneLine()
  @IsString()
  @Length(place.min, place.max)
  readonly place: string;

  @ApiProperty({ ...maybeRoom, minimum: room.min, maximum: room.max, description: 'Null for as many as want' })
  @IsOptional()
  @IsInt()
  @Min(room.min)
  @Max(room.max)
  readonly room: number | null;
}

export class VillageEventInputDto extends EventInputDto {
  @ApiProperty({ description: 'Slug' })
  @Matches(/^[a-z0-9-]{1,60}$/)
  readonly village: string;
}

export class OutcomeInputDto extends NewTextDto implements OutcomeInput {
  @ApiProperty({ enum: outcomeOwners, description: 'Who takes it further' })
  @IsIn(outcomeOwners)
  readonly owner: OutcomeOwner;
}

export class OutcomeEnteredDto {
  @ApiProperty({ format: 'uuid', description: 'Of the point' })
  readonly id: string;
}

class EventSummaryDto implements EventSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: eventKinds })
  readonly kind: EventKind;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ format: 'date' })
  readonly day: string;

  @ApiProperty()
  readonly starts: string;

  @ApiProperty()
  readonly ends: string;

  @ApiProperty()
  readonly place: string;

  @ApiProperty(maybeRoom)
  readonly room: number | null;

  @ApiProperty({ format: 'date-time' })
  readonly startsAt: string;

  @ApiProperty({ format: 'date-time' })
  readonly endsAt: string;

  @ApiProperty({ enum: eventStates })
  readonly state: EventState;

  @ApiProperty({ type: 'integer', description: 'How many people signed up' })
  readonly comers: number;
}

export class EventsPageDto implements EventsPage {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: [EventSummaryDto] })
  readonly items: readonly EventSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;

  @ApiProperty()
  readonly mayHold: boolean;
}

class EventOutcomeDto implements EventOutcome {
  @ApiProperty({ format: 'uuid' })
  readonly pointId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;

  @ApiProperty({ enum: outcomeOwners })
  readonly owner: OutcomeOwner;
}

export class EventDto extends EventSummaryDto implements EventView {
  @ApiProperty()
  readonly text: string;

  @ApiProperty({ enum: newsVoices })
  readonly by: NewsVoice;

  @ApiProperty({ description: 'Whether who asks signed up' })
  readonly isSignedUp: boolean;

  @ApiProperty({ type: [EventOutcomeDto] })
  readonly outcomes: readonly EventOutcomeDto[];

  @ApiProperty({ type: 'integer', description: 'Outcomes that wait to be read' })
  readonly beingRead: number;

  @ApiProperty({ enum: Object.keys(eventActions), isArray: true })
  readonly allowedActions: readonly EventAction[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}
