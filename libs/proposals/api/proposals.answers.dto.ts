import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';
import {
  agendaActions,
  agendaStates,
  enteredWays,
  moderationActions,
  moderationStates,
  proposalKinds,
  themes,
  versionActions,
  versionStates,
} from '@kernagenda/proposals/domain';
import type {
  ActingParty,
  AgendaNote,
  AgendaState,
  EnteredWay,
  ModerationState,
  PlanOptions,
  PlanView,
  ProposalCounts,
  ProposalKind,
  ProposalSummary,
  ProposalVersionView,
  ProposalView,
  SupportCounts,
  Theme,
  TimelineEntry,
  VillageSupport,
  VillageCounts,
} from '@kernagenda/proposals/domain';
import { PhotoDto } from './photos.dto';

const actionNames = [...Object.keys(moderationActions), ...Object.keys(agendaActions)];
const instant = { type: String, format: 'date-time' } as const;
const maybeInstant = { ...instant, nullable: true } as const;
const maybeText = { type: String, nullable: true } as const;

export class SupportCountsDto implements SupportCounts {
  @ApiProperty({ type: 'integer' })
  readonly fromVillage: number;

  @ApiProperty({ type: 'integer' })
  readonly fromElsewhere: number;
}

class PlanViewDto implements PlanView {
  @ApiProperty({ type: TeamRefDto, nullable: true, description: 'Null when it is the work of the broker' })
  readonly team: TeamRefDto | null;

  @ApiProperty({ description: 'Whether residents carry it out, alone or with others' })
  readonly byResidents: boolean;

  @ApiProperty({ ...maybeText, description: 'Who else carries it out' })
  readonly executor: string | null;

  @ApiProperty({ format: 'date' })
  readonly dueOn: string;
}

export class PlanOptionsDto implements PlanOptions {
  @ApiProperty({ type: [TeamRefDto] })
  readonly teams: readonly TeamRefDto[];

  @ApiProperty({ description: 'Whether it can be the work of the broker' })
  readonly isBroker: boolean;
}

export class ProposalSummaryDto implements ProposalSummary {
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

  @ApiProperty({ enum: proposalKinds, nullable: true })
  readonly kind: ProposalKind | null;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: [VillageRefDto], description: 'Villages that share it as one process' })
  readonly alsoVillages: readonly VillageRefDto[];

  @ApiProperty({ enum: moderationStates })
  readonly moderationState: ModerationState;

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;

  @ApiProperty({ enum: ['group_and_broker', 'broker', 'municipality', 'nobody'], description: 'Who has to act now' })
  readonly actingParty: ActingParty;

  @ApiProperty({ type: PlanViewDto, nullable: true })
  readonly plan: PlanViewDto | null;

  @ApiProperty({ ...maybeInstant, description: 'Null for what was taken over from a public page' })
  readonly statusAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The year in which a taken-over status was reported' })
  readonly reportedYear: number | null;

  @ApiProperty(maybeText)
  readonly sourceUrl: string | null;

  @ApiProperty({ type: SupportCountsDto })
  readonly support: SupportCountsDto;

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty(maybeInstant)
  readonly approvedAt: string | null;

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class ProposalPageDto {
  @ApiProperty({ type: [ProposalSummaryDto] })
  readonly items: readonly ProposalSummaryDto[];

  @ApiProperty(maybeText)
  readonly nextCursor: string | null;
}

class VillageSupportDto implements VillageSupport {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: 'integer' })
  readonly count: number;

  @ApiProperty({ type: 'integer', description: 'How many of them proved to live there; 0 where the point is not of' })
  readonly proven: number;
}

class AgendaNoteDto implements AgendaNote {
  @ApiProperty(maybeText)
  readonly reason: string | null;

  @ApiProperty(maybeText)
  readonly alternative: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly reviewOn: string | null;

  @ApiProperty({ ...maybeText, description: 'What was done, of a point that is' })
  readonly evidence: string | null;
}

class ProposalLinkDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

class TimelineEntryDto implements TimelineEntry {
  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ enum: [...actionNames, 'import', 'approve_version'] })
  readonly action: TimelineEntry['action'];

  @ApiProperty()
  readonly to: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only of a step that was taken together with other villages' })
  readonly collaborationId?: string;
}

export class ProposalDto extends ProposalSummaryDto implements ProposalView {
  @ApiProperty({ ...maybeText, description: 'Null for a point taken over from a public page' })
  readonly author: string | null;

  @ApiProperty({ enum: enteredWays, nullable: true, description: 'Null when its author wrote it here' })
  readonly enteredFrom: EnteredWay | null;

  @ApiProperty()
  readonly isMine: boolean;

  @ApiProperty()
  readonly isSupportedByMe: boolean;

  @ApiProperty({ type: [VillageSupportDto] })
  readonly supportPerVillage: readonly VillageSupportDto[];

  @ApiProperty({ type: AgendaNoteDto })
  readonly note: AgendaNoteDto;

  @ApiProperty({ type: [PhotoDto], description: 'In the order of their author' })
  readonly photos: readonly PhotoDto[];

  @ApiProperty({ type: ProposalLinkDto, nullable: true })
  readonly mergedInto: ProposalLinkDto | null;

  @ApiProperty({ type: [TimelineEntryDto] })
  readonly timeline: readonly TimelineEntryDto[];

  @ApiProperty({ type: 'integer', description: 'How many texts were public so far' })
  readonly versionCount: number;

  @ApiProperty({
    enum: [...actionNames, ...Object.keys(versionActions), 'edit', 'delete', 'support'],
    isArray: true,
  })
  readonly allowedActions: ProposalView['allowedActions'];
}

const countsSchema = {
  type: 'object',
  description: 'Number of points by agenda state',
  additionalProperties: { type: 'integer' },
} as const;

class VillageCountsDto implements VillageCounts {
  @ApiProperty({ format: 'uuid' })
  readonly villageId: string;

  @ApiProperty(countsSchema)
  readonly counts: VillageCounts['counts'];
}

export class ProposalCountsDto implements ProposalCounts {
  @ApiProperty(countsSchema)
  readonly total: ProposalCounts['total'];

  @ApiProperty({ type: [VillageCountsDto] })
  readonly villages: readonly VillageCountsDto[];
}

class ProposalVersionDto implements ProposalVersionView {
  @ApiProperty({ type: 'integer', description: 'Counts what was public, from 1' })
  readonly number: number;

  @ApiProperty({ enum: versionStates.filter((state) => state !== 'withdrawn') })
  readonly state: ProposalVersionView['state'];

  @ApiProperty()
  readonly title: string;

  @ApiProperty()
  readonly body: string;

  @ApiProperty()
  readonly place: string;

  @ApiProperty({ enum: themes, nullable: true })
  readonly theme: Theme | null;

  @ApiProperty({ enum: proposalKinds, nullable: true })
  readonly kind: ProposalKind | null;

  @ApiProperty(instant)
  readonly submittedAt: string;

  @ApiProperty({ ...maybeInstant, description: 'Since when it was public; null for what never was' })
  readonly approvedAt: string | null;
}

export class ProposalVersionPageDto {
  @ApiProperty({ type: [ProposalVersionDto] })
  readonly items: readonly ProposalVersionDto[];

  @ApiProperty(maybeText)
  readonly nextCursor: string | null;
}
