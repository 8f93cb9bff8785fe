import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { agendaActionNames, agendaLimits, changeKinds, dueKinds } from '@kernagenda/agendas/domain';
import type {
  AgendaAction,
  AgendaChange,
  AgendaComparison,
  AgendaContent,
  AgendaDue,
  AgendaPoint,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
  ChangeKind,
  DueKind,
  FreezeInput,
  ShareInput,
} from '@kernagenda/agendas/domain';
import { feasibilityOutcomes } from '@kernagenda/commitments/domain';
import type { FeasibilityOutcome } from '@kernagenda/commitments/domain';
import { agendaStates, themes } from '@kernagenda/proposals/domain';
import type { ActingParty, AgendaState, PlanView, Theme } from '@kernagenda/proposals/domain';
import { OneLine } from '@kernagenda/shared/api';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';

const instant = { type: String, format: 'date-time' } as const;
const maybeText = { type: String, nullable: true } as const;

class AgendaPlanDto implements PlanView {
  @ApiProperty({ type: TeamRefDto, nullable: true, description: 'Null when it is the work of the broker' })
  readonly team: TeamRefDto | null;

  @ApiProperty({ description: 'Whether residents carry it out, alone or with others' })
  readonly byResidents: boolean;

  @ApiProperty({ ...maybeText, description: 'Who else carries it out' })
  readonly executor: string | null;

  @ApiProperty({ format: 'date' })
  readonly dueOn: string;
}

class AgendaDueDto implements AgendaDue {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: dueKinds, description: 'A promise of the town hall, or a milestone that is aimed at' })
  readonly kind: DueKind;

  @ApiProperty()
  readonly what: string;

  @ApiProperty({ description: 'The last day of a promise; the day or the month `yyyy-mm` of a milestone' })
  readonly when: string;

  @ApiProperty({ type: TeamRefDto, nullable: true, description: 'Who keeps a promise; null is the broker' })
  readonly team: TeamRefDto | null;

  @ApiProperty({ ...instant, description: 'When it was last said otherwise' })
  readonly changedAt: string;
}

class AgendaFeasibilityDto {
  @ApiProperty({ enum: feasibilityOutcomes })
  readonly outcome: FeasibilityOutcome;

  @ApiProperty({ format: 'date', description: 'The day on which somebody looked' })
  readonly lookedOn: string;
}

class AgendaPointDto implements AgendaPoint {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty()
  readonly body: string;

  @ApiProperty()
  readonly place: string;

  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: [VillageRefDto], description: 'Villages that share it as one process' })
  readonly alsoVillages: readonly VillageRefDto[];

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;

  @ApiProperty({ enum: ['group_and_broker', 'broker', 'municipality', 'nobody'], description: 'Who has to act' })
  readonly actingParty: ActingParty;

  @ApiProperty({ type: AgendaPlanDto, nullable: true })
  readonly plan: AgendaPlanDto | null;

  @ApiProperty({ ...instant, nullable: true, description: 'Null for what was taken over from a public page' })
  readonly statusAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The year in which a taken-over status was reported' })
  readonly reportedYear: number | null;

  @ApiProperty(maybeText)
  readonly sourceUrl: string | null;

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ type: AgendaFeasibilityDto, nullable: true, description: 'Null where nobody looked' })
  readonly feasibility: AgendaFeasibilityDto | null;

  @ApiProperty({ ...maybeText, description: 'Why it waits or cannot be' })
  readonly reason: string | null;

  @ApiProperty({ ...maybeText, description: 'What can be instead of what is not feasible' })
  readonly alternative: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When what is on hold is looked at again' })
  readonly reviewOn: string | null;

  @ApiProperty({ type: [AgendaDueDto], description: 'What is still to come, by date; none in a version' })
  readonly dues: readonly AgendaDueDto[];
}

export class AgendaVersionSummaryDto implements AgendaVersionSummary {
  @ApiProperty({ type: 'integer', description: 'Counts the versions of one agenda, from 1' })
  readonly number: number;

  @ApiProperty(instant)
  readonly frozenAt: string;

  @ApiProperty({ format: 'date', description: 'As of which day it describes the village' })
  readonly referenceOn: string;

  @ApiProperty({ description: 'Whom it was handed to' })
  readonly receivedBy: string;

  @ApiProperty({ type: 'integer', description: 'How many points it had when it was frozen' })
  readonly points: number;
}

export class AgendaDto implements AgendaView {
  @ApiProperty({ type: [VillageRefDto], description: 'By name' })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ format: 'uri', description: 'Where people find the village' })
  readonly url: string;

  @ApiProperty({ type: [AgendaVersionSummaryDto], description: 'The newest first' })
  readonly versions: readonly AgendaVersionSummaryDto[];

  @ApiProperty({ enum: agendaActionNames, isArray: true })
  readonly allowedActions: readonly AgendaAction[];
}

export class AgendaContentDto implements AgendaContent {
  @ApiProperty({ type: [VillageRefDto], description: 'By name' })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ ...instant, description: 'When it was read' })
  readonly at: string;

  @ApiProperty({ type: [AgendaPointDto], description: 'The newest first; what villages share once' })
  readonly points: readonly AgendaPointDto[];
}

export class AgendaVersionDto extends AgendaVersionSummaryDto implements AgendaVersionView {
  @ApiProperty({ type: [VillageRefDto], description: 'By name' })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ type: [AgendaPointDto], description: 'As they stood, without what is no longer public' })
  readonly content: readonly AgendaPointDto[];

  @ApiProperty({ type: 'integer', description: 'How many points it had that nobody may read any more' })
  readonly leftOut: number;
}

class AgendaChangeDto implements AgendaChange {
  @ApiProperty({ enum: changeKinds })
  readonly kind: ChangeKind;

  @ApiProperty({ type: AgendaPointDto, nullable: true, description: 'Null of what is new' })
  readonly before: AgendaPointDto | null;

  @ApiProperty({ type: AgendaPointDto, nullable: true, description: 'Null of what is gone' })
  readonly after: AgendaPointDto | null;
}

export class AgendaComparisonDto implements AgendaComparison {
  @ApiProperty({ type: AgendaVersionSummaryDto })
  readonly from: AgendaVersionSummaryDto;

  @ApiProperty({ type: AgendaVersionSummaryDto, nullable: true, description: 'Null: the agenda as it stands now' })
  readonly to: AgendaVersionSummaryDto | null;

  @ApiProperty({ type: [AgendaChangeDto] })
  readonly changes: readonly AgendaChangeDto[];

  @ApiProperty({ type: 'integer' })
  readonly unchanged: number;
}

const biggest = 999_999_999;

export class ComparisonQuery {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The number of a version' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(biggest)
  readonly from: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The number of a version; the present agenda without',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(biggest)
  readonly to?: number;
}

export class FolderQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The number of a version; the present agenda without',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(biggest)
  readonly version?: number;
}

export class FreezeDto implements FreezeInput {
  @ApiProperty({ format: 'date', description: 'As of which day it describes the village; today or earlier' })
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly referenceOn: string;

  @ApiProperty({ minLength: agendaLimits.receivedBy.min, maxLength: agendaLimits.receivedBy.max })
  @OneLine()
  @IsString()
  @Length(agendaLimits.receivedBy.min, agendaLimits.receivedBy.max)
  readonly receivedBy: string;
}

export class ShareDto implements ShareInput {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: agendaLimits.villages })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(agendaLimits.villages)
  @IsUUID(undefined, { each: true })
  readonly villageIds: readonly string[];
}
