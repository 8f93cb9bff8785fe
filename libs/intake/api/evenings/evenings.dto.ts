import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { emailAddress, personLimits } from '@kernagenda/identity/domain';
import { eveningActions, eveningLimits, eveningStates } from '@kernagenda/intake/domain/evenings';
import type {
  CloseEveningInput,
  EveningAction,
  EveningInput,
  EveningNoteInput,
  EveningNoteView,
  EveningState,
  EveningSummary,
  EveningView,
} from '@kernagenda/intake/domain/evenings';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { OneLine } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

const { text, title, group, dots, place } = eveningLimits;

export class EveningInputDto implements EveningInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly villageId: string;

  @ApiProperty({ maxLength: title.max, description: 'Empty when the day says enough' })
  @OneLine()
  @IsString()
  @MaxLength(title.max)
  readonly title: string;

  @ApiProperty({ format: 'date', description: 'In Amsterdam' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  readonly day: string;
}

export class EveningNoteInputDto implements EveningNoteInput {
  @ApiProperty({ minLength: text.min, maxLength: text.max })
  @OneLine()
  @IsString()
  @Length(text.min, text.max)
  readonly text: string;

  @ApiProperty({ type: String, enum: themes, nullable: true })
  @ValidateIf(({ theme }: EveningNoteInputDto) => theme !== null)
  @IsIn(themes)
  readonly theme: Theme | null;

  @ApiProperty({ maxLength: group.max, description: 'The heading it stands under; may be empty' })
  @OneLine()
  @IsString()
  @MaxLength(group.max)
  readonly group: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Another note that says the same' })
  @ValidateIf(({ sameAs }: EveningNoteInputDto) => sameAs !== null)
  @IsUUID()
  readonly sameAs: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: dots.max })
  @IsInt()
  @Min(0)
  @Max(dots.max)
  readonly dots: number;

  @ApiProperty({ maxLength: place.max })
  @OneLine()
  @IsString()
  @MaxLength(place.max)
  readonly place: string;

  @ApiProperty({ type: String, format: 'email', nullable: true, maxLength: personLimits.email.max })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @ValidateIf(({ email }: EveningNoteInputDto) => email !== null)
  @Matches(emailAddress)
  @MaxLength(personLimits.email.max)
  readonly email: string | null;

  @ApiProperty()
  @IsBoolean()
  readonly isRemoved: boolean;

  @ApiProperty({ format: 'date-time' })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)
  @IsISO8601({ strict: true })
  readonly enteredAt: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Milliseconds since 1970 of the edit; the highest stands' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly revision: number;
}

export class EveningNoteDto extends EveningNoteInputDto implements EveningNoteView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What it became' })
  readonly proposalId: string | null;

  @ApiProperty({ description: 'It stayed behind when the evening was sent in' })
  readonly isLeftOut: boolean;
}

export class EveningSummaryDto implements EveningSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ format: 'date' })
  readonly day: string;

  @ApiProperty({ enum: eveningStates })
  readonly state: EveningState;

  @ApiProperty({ type: 'integer', description: 'Notes that were not removed' })
  readonly noteCount: number;
}

export class EveningDto extends EveningSummaryDto implements EveningView {
  @ApiProperty({ type: [EveningNoteDto] })
  readonly notes: readonly EveningNoteDto[];

  @ApiProperty({ enum: Object.keys(eveningActions), isArray: true })
  readonly allowedActions: readonly EveningAction[];
}

export class EveningListDto {
  @ApiProperty({ type: [EveningSummaryDto] })
  readonly items: readonly EveningSummaryDto[];
}

export class CloseEveningDto implements CloseEveningInput {
  @ApiProperty({ type: [String], description: 'Notes that stay behind' })
  @IsArray()
  @ArrayMaxSize(eveningLimits.notes)
  @IsUUID('all', { each: true })
  readonly leaveOut: readonly string[];

  @ApiProperty({ type: 'integer', minimum: 0, description: 'So many notes that were not removed were seen' })
  @IsInt()
  @Min(0)
  @Max(eveningLimits.notes)
  readonly noteCount: number;

  @ApiProperty({ enum: [true], description: 'Everybody in the hall knows that the wishes become public' })
  @Equals(true)
  readonly hasConsent: true;
}
