import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  collaborationActionNames,
  collaborationPhases,
  historyKinds,
  neededTerms,
  partyActionNames,
  partyKinds,
  partyRoles,
  phaseActions,
} from '@kernagenda/collaborations/domain';
import type {
  CollaborationAction,
  CollaborationPage,
  CollaborationPhase,
  CollaborationSummary,
  CollaborationView,
  DocumentView,
  HistoryEntry,
  HistoryKind,
  NeededTerm,
  PartiesOnly,
  PartyAction,
  PartyKind,
  PartyRole,
  PartyView,
  TaskView,
} from '@kernagenda/collaborations/domain';
import { agendaStates, themes } from '@kernagenda/proposals/domain';
import type { AgendaState, Theme } from '@kernagenda/proposals/domain';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';
import { DocumentInputDto, GoalDto, PartnerDto } from './collaborations.dto';

const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;

class NamedPersonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;
}

class PartyPointDto {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;
}

class PartyDto implements PartyView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: partyKinds })
  readonly kind: PartyKind;

  @ApiProperty({ enum: partyRoles })
  readonly role: PartyRole;

  @ApiProperty({ type: VillageRefDto, nullable: true })
  readonly village: VillageRefDto | null;

  @ApiProperty({ type: TeamRefDto, nullable: true })
  readonly team: TeamRefDto | null;

  @ApiProperty({ type: PartnerDto, nullable: true })
  readonly partner: PartnerDto | null;

  @ApiProperty(instant)
  readonly joinedAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly leftAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly leftReason: string | null;

  @ApiProperty({ type: [PartyPointDto] })
  readonly points: readonly PartyPointDto[];

  @ApiProperty({ enum: partyActionNames, isArray: true })
  readonly allowedActions: readonly PartyAction[];
}

class HistoryEntryDto implements HistoryEntry {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: historyKinds })
  readonly kind: HistoryKind;

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ type: String, nullable: true, description: 'Which party, by name' })
  readonly party: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The phase, role or state of the purchase it came to' })
  readonly to: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly title: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly text: string | null;
}

class TaskDto implements TaskView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: NamedPersonDto, nullable: true })
  readonly person: NamedPersonDto | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly partyId: string | null;

  @ApiProperty({ ...day, nullable: true })
  readonly dueOn: string | null;

  @ApiProperty({ ...instant, nullable: true })
  readonly doneAt: string | null;

  @ApiProperty({ type: 'integer', description: 'For If-Match' })
  readonly version: number;
}

class DocumentDto extends DocumentInputDto implements DocumentView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, nullable: true })
  readonly addedBy: string | null;

  @ApiProperty(instant)
  readonly addedAt: string;
}

class PartiesOnlyDto implements PartiesOnly {
  @ApiProperty({ format: 'uuid' })
  readonly threadId: string;

  @ApiProperty({ type: [TaskDto] })
  readonly tasks: readonly TaskDto[];

  @ApiProperty({ type: [DocumentDto] })
  readonly documents: readonly DocumentDto[];

  @ApiProperty({ type: [NamedPersonDto], description: 'Who can own it or be given a task' })
  readonly people: readonly NamedPersonDto[];
}

class BringInDto {
  @ApiProperty({ type: [VillageRefDto] })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ type: [TeamRefDto] })
  readonly teams: readonly TeamRefDto[];
}

const actions = [...(Object.keys(phaseActions) as CollaborationAction[]), ...collaborationActionNames];

export class CollaborationDto implements CollaborationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: collaborationPhases })
  readonly phase: CollaborationPhase;

  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ type: [VillageRefDto], description: 'That take part now' })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ ...day, nullable: true })
  readonly endsOn: string | null;

  @ApiProperty({ description: 'Whether it ended by "niet samen verder"' })
  readonly isStopped: boolean;

  @ApiProperty(instant)
  readonly statusAt: string;

  @ApiProperty({ type: 'integer', description: 'For If-Match' })
  readonly version: number;

  @ApiProperty({ enum: collaborationPhases, nullable: true })
  readonly phaseBeforePause: CollaborationPhase | null;

  @ApiProperty({ type: NamedPersonDto, nullable: true })
  readonly owner: NamedPersonDto | null;

  @ApiProperty()
  readonly exitRule: string;

  @ApiProperty()
  readonly decidingBody: string;

  @ApiProperty({ type: GoalDto })
  readonly goal: GoalDto;

  @ApiProperty()
  readonly baseline: string;

  @ApiProperty()
  readonly result: string;

  @ApiProperty()
  readonly staysLocal: string;

  @ApiProperty({ type: String, nullable: true })
  readonly stopReason: string | null;

  @ApiProperty({ enum: neededTerms, isArray: true })
  readonly missingTerms: readonly NeededTerm[];

  @ApiProperty(instant)
  readonly createdAt: string;

  @ApiProperty({ type: [PartyDto] })
  readonly parties: readonly PartyDto[];

  @ApiProperty({ type: [HistoryEntryDto] })
  readonly history: readonly HistoryEntryDto[];

  @ApiProperty({ enum: actions, isArray: true })
  readonly allowedActions: readonly CollaborationAction[];

  @ApiProperty({ type: BringInDto })
  readonly canBringIn: BringInDto;

  @ApiProperty({ type: PartiesOnlyDto, nullable: true, description: 'Null for who does not take part' })
  readonly forParties: PartiesOnlyDto | null;
}

class CollaborationSummaryDto
  extends OmitType(CollaborationDto, [
    'version',
    'phaseBeforePause',
    'owner',
    'exitRule',
    'decidingBody',
    'goal',
    'baseline',
    'result',
    'staysLocal',
    'stopReason',
    'missingTerms',
    'createdAt',
    'parties',
    'history',
    'allowedActions',
    'canBringIn',
    'forParties',
  ])
  implements CollaborationSummary {}

export class CollaborationPageDto implements CollaborationPage {
  @ApiProperty({ type: [CollaborationSummaryDto] })
  readonly items: readonly CollaborationSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
