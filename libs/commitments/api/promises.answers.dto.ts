import { ApiProperty } from '@nestjs/swagger';
import {
  commitmentActionNames,
  commitmentSteps,
  feasibilityOutcomes,
  pointActions,
  promisingParts,
  refreshStates,
  saidActions,
  standings,
  updateKinds,
} from '@kernagenda/commitments/domain';
import type {
  CommitmentAction,
  CommitmentStep,
  CommitmentStepKind,
  CommitmentSummary,
  CommitmentView,
  Feasibility,
  FeasibilityOutcome,
  Figures,
  FiguresView,
  Hideable,
  Milestone,
  OfficialAnswer,
  PointAction,
  PromiseOptions,
  PromisesView,
  PromisingPart,
  RefreshLinkView,
  RefreshState,
  SaidAction,
  Standing,
  StatusSince,
  StatusUpdate,
  Story,
  ThemeFigures,
  UpdateKind,
  VillageFigures,
} from '@kernagenda/commitments/domain';
import { PhotoDto } from '@kernagenda/proposals/api';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';

const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;
/** A `StatusSince`. */
export const since = {
  type: 'object',
  nullable: true,
  properties: { at: { type: 'string', format: 'date-time' }, year: { type: 'integer' } },
  description: 'An instant, or the year a public page reported; null when nobody knows',
} as const;
const team = { type: TeamRefDto, nullable: true } as const;
const name = { type: String, nullable: true, description: 'Null when the person left' } as const;

class HideableDto implements Hideable {
  @ApiProperty({ description: 'Others than its author and the broker get its place without words and photos' })
  readonly isHidden: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why it is hidden; only its author and the broker see it' })
  readonly hiddenReason: string | null;

  @ApiProperty({ enum: saidActions, isArray: true })
  readonly allowedActions: readonly SaidAction[];
}

class OfficialAnswerDto extends HideableDto implements OfficialAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly text: string;

  @ApiProperty()
  readonly why: string;

  @ApiProperty({ description: 'Empty when there is none' })
  readonly alternative: string;

  @ApiProperty(name)
  readonly author: string | null;

  @ApiProperty({ enum: promisingParts })
  readonly part: PromisingPart;

  @ApiProperty(team)
  readonly team: TeamRefDto | null;

  @ApiProperty(instant)
  readonly at: string;
}

class FeasibilityDto implements Feasibility {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: feasibilityOutcomes })
  readonly outcome: FeasibilityOutcome;

  @ApiProperty()
  readonly text: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'In cents; rough' })
  readonly costCents: number | null;

  @ApiProperty({ ...day, description: 'The day on which somebody looked' })
  readonly lookedOn: string;

  @ApiProperty(name)
  readonly author: string | null;

  @ApiProperty({ enum: promisingParts })
  readonly part: PromisingPart;

  @ApiProperty(team)
  readonly team: TeamRefDto | null;

  @ApiProperty(instant)
  readonly at: string;
}

class StoryDto implements Story {
  @ApiProperty()
  readonly before: string;

  @ApiProperty()
  readonly after: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'In cents; null is not told' })
  readonly costCents: number | null;

  @ApiProperty({ description: 'May be empty, as thanks' })
  readonly partners: string;

  @ApiProperty()
  readonly thanks: string;

  @ApiProperty(name)
  readonly author: string | null;

  @ApiProperty({ enum: promisingParts })
  readonly part: PromisingPart;

  @ApiProperty(team)
  readonly team: TeamRefDto | null;

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ description: 'For If-Match' })
  readonly version: number;
}

class CommitmentStepDto implements CommitmentStep {
  @ApiProperty({ enum: commitmentSteps })
  readonly kind: CommitmentStepKind;

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ type: String, nullable: true, description: 'The reason, or what was asked' })
  readonly text: string | null;

  @ApiProperty({ ...day, description: 'The due day from this step on' })
  readonly dueOn: string;
}

class PromiseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly what: string;

  @ApiProperty({ ...team, description: 'Who keeps it; null is the broker' })
  readonly team: TeamRefDto | null;

  @ApiProperty(day)
  readonly dueOn: string;

  @ApiProperty({ ...day, description: 'Kept in time is counted from this day' })
  readonly firstDueOn: string;

  @ApiProperty({ enum: standings })
  readonly standing: Standing;

  @ApiProperty({ description: 'While a question is out nobody is reminded' })
  readonly isWaiting: boolean;

  @ApiProperty(instant)
  readonly madeAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly keptAt: string | null;
}

export class CommitmentDto extends PromiseDto implements CommitmentView {
  @ApiProperty({ type: [CommitmentStepDto] })
  readonly steps: readonly CommitmentStepDto[];

  @ApiProperty({ description: 'For If-Match' })
  readonly version: number;

  @ApiProperty({ enum: commitmentActionNames, isArray: true })
  readonly allowedActions: readonly CommitmentAction[];
}

class PointDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

class ThemedPointDto extends PointDto {
  @ApiProperty({ enum: themes })
  readonly theme: Theme;
}

export class CommitmentSummaryDto extends PromiseDto implements CommitmentSummary {
  @ApiProperty({ type: ThemedPointDto })
  readonly point: ThemedPointDto;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;
}

export class CommitmentPageDto {
  @ApiProperty({ type: [CommitmentSummaryDto] })
  readonly items: readonly CommitmentSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

class StatusUpdateDto extends HideableDto implements StatusUpdate {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: updateKinds })
  readonly kind: UpdateKind;

  @ApiProperty()
  readonly text: string;

  @ApiProperty({ type: [PhotoDto] })
  readonly photos: readonly PhotoDto[];

  @ApiProperty(name)
  readonly author: string | null;

  @ApiProperty({ enum: promisingParts })
  readonly part: PromisingPart;

  @ApiProperty(team)
  readonly team: TeamRefDto | null;

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The promise it is the evidence of' })
  readonly commitmentId: string | null;
}

class MilestoneDto implements Milestone {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ description: 'A month yyyy-mm or a day yyyy-mm-dd' })
  readonly when: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly reachedAt: string | null;
}

class PromiseOptionsDto implements PromiseOptions {
  @ApiProperty({ type: [TeamRefDto] })
  readonly teams: readonly TeamRefDto[];

  @ApiProperty({ description: 'Whether it can be promised for the broker' })
  readonly isBroker: boolean;
}

export class PromisesDto implements PromisesView {
  @ApiProperty({ type: StoryDto, nullable: true, description: 'How it went; null while nobody told' })
  readonly story: StoryDto | null;

  @ApiProperty({ type: [OfficialAnswerDto] })
  readonly answers: readonly OfficialAnswerDto[];

  @ApiProperty({ type: [FeasibilityDto], description: 'Newest first; the first one counts' })
  readonly feasibility: readonly FeasibilityDto[];

  @ApiProperty({ type: [CommitmentDto] })
  readonly commitments: readonly CommitmentDto[];

  @ApiProperty({ type: [StatusUpdateDto] })
  readonly updates: readonly StatusUpdateDto[];

  @ApiProperty({ type: [MilestoneDto] })
  readonly milestones: readonly MilestoneDto[];

  @ApiProperty({ enum: pointActions, isArray: true })
  readonly allowedActions: readonly PointAction[];

  @ApiProperty({ type: PromiseOptionsDto })
  readonly options: PromiseOptionsDto;
}

export class FiguresDto implements Figures {
  @ApiProperty({ description: 'On or before the first due day' })
  readonly keptInTime: number;

  @ApiProperty()
  readonly keptLate: number;

  @ApiProperty()
  readonly late: number;

  @ApiProperty()
  readonly open: number;
}

class VillageFiguresDto implements VillageFigures {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: FiguresDto })
  readonly figures: FiguresDto;
}

class ThemeFiguresDto implements ThemeFigures {
  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ type: FiguresDto })
  readonly figures: FiguresDto;
}

export class FiguresViewDto implements FiguresView {
  @ApiProperty({ type: FiguresDto })
  readonly total: FiguresDto;

  @ApiProperty({ type: [VillageFiguresDto] })
  readonly villages: readonly VillageFiguresDto[];

  @ApiProperty({ type: [ThemeFiguresDto] })
  readonly themes: readonly ThemeFiguresDto[];
}

export class RefreshLinkViewDto implements RefreshLinkView {
  @ApiProperty({ type: PointDto })
  readonly point: PointDto;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty(since)
  readonly since: StatusSince;

  @ApiProperty({ enum: refreshStates })
  readonly state: RefreshState;
}
