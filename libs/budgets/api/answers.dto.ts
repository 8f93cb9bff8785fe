import { ApiProperty } from '@nestjs/swagger';
import { VillageRefDto } from '@kernagenda/villages/api';
import {
  applicationActions,
  applicationLimits,
  applicationStates,
  applyingSides,
  redistributionActions,
  redistributionStates,
} from '@kernagenda/budgets/domain';
import type {
  AnsweredQuestion,
  ApplicationAction,
  ApplicationState,
  ApplicationSummary,
  ApplicationView,
  ApplyingSide,
  CriterionView,
  GrantedView,
  RedistributionAction,
  RedistributionState,
  RedistributionView,
  VillageBudgetView,
} from '@kernagenda/budgets/domain';
import { cents, day, instant, uuid } from './fields';
import { BudgetRuleDto } from './rules.dto';

const count = { type: 'integer', minimum: 0 } as const;
const nullable = { nullable: true } as const;

export class BudgetPointDto {
  @ApiProperty(uuid)
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

export class GrantedDto implements GrantedView {
  @ApiProperty()
  readonly title: string;

  @ApiProperty(cents)
  readonly cents: number;

  @ApiProperty()
  readonly isExisting: boolean;

  @ApiProperty(day)
  readonly decidedOn: string;

  @ApiProperty({ type: BudgetPointDto, ...nullable })
  readonly point: BudgetPointDto | null;
}

export class VillageBudgetDto implements VillageBudgetView {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty(count)
  readonly year: number;

  @ApiProperty(cents)
  readonly amountCents: number;

  @ApiProperty(cents)
  readonly movedInCents: number;

  @ApiProperty(cents)
  readonly movedOutCents: number;

  @ApiProperty(cents)
  readonly grantedCents: number;

  @ApiProperty(cents)
  readonly existingGrantedCents: number;

  @ApiProperty(count)
  readonly existingPercent: number;

  @ApiProperty(cents)
  readonly leftCents: number;

  @ApiProperty(cents)
  readonly existingLeftCents: number;

  @ApiProperty(cents)
  readonly initiativeCents: number;

  @ApiProperty({ type: BudgetRuleDto, ...nullable, description: 'Null where no rule holds in that year' })
  readonly rule: BudgetRuleDto | null;

  @ApiProperty({ type: [GrantedDto] })
  readonly granted: readonly GrantedDto[];

  @ApiProperty({ ...count, description: 'How many applications wait' })
  readonly waiting: number;

  @ApiProperty({ enum: applyingSides, isArray: true, description: 'As whom the reader can apply' })
  readonly applyingSides: readonly ApplyingSide[];
}

export class ApplicationSummaryDto implements ApplicationSummary {
  @ApiProperty(uuid)
  readonly id: string;

  @ApiProperty({ example: 'KB-2026-0001' })
  readonly reference: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty()
  readonly title: string;

  @ApiProperty(cents)
  readonly amountCents: number;

  @ApiProperty({ ...cents, ...nullable })
  readonly grantedCents: number | null;

  @ApiProperty({ enum: applicationStates })
  readonly state: ApplicationState;

  @ApiProperty(instant)
  readonly receivedAt: string;

  @ApiProperty({ ...day, ...nullable, description: 'The last day to decide' })
  readonly decideBy: string | null;

  @ApiProperty()
  readonly isLate: boolean;
}

export class ApplicationPageDto {
  @ApiProperty({ type: [ApplicationSummaryDto] })
  readonly items: readonly ApplicationSummaryDto[];

  @ApiProperty({ type: String, ...nullable })
  readonly nextCursor: string | null;
}

export class CriterionDto implements CriterionView {
  @ApiProperty()
  readonly text: string;

  @ApiProperty()
  readonly isMet: boolean;
}

export class AnsweredQuestionDto implements AnsweredQuestion {
  @ApiProperty()
  readonly note: string;

  @ApiProperty()
  readonly answer: string;
}

export class AskedDto {
  @ApiProperty()
  readonly note: string;

  @ApiProperty(day)
  readonly completeBy: string;

  @ApiProperty()
  readonly answer: string;
}

export class BudgetAdviceViewDto {
  @ApiProperty()
  readonly isPositive: boolean;

  @ApiProperty()
  readonly note: string;

  @ApiProperty(instant)
  readonly at: string;
}

export class BudgetDecisionViewDto {
  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty()
  readonly isShort: boolean;

  @ApiProperty()
  readonly isBeforeOthers: boolean;

  @ApiProperty({ ...day, description: 'The last day to object' })
  readonly objectBy: string;
}

export class EarlierDto {
  @ApiProperty()
  readonly reference: string;

  @ApiProperty(cents)
  readonly amountCents: number;
}

export class ForDeciderDto {
  @ApiProperty(cents)
  readonly leftCents: number;

  @ApiProperty(cents)
  readonly existingLeftCents: number;

  @ApiProperty(cents)
  readonly pointCents: number;

  @ApiProperty(cents)
  readonly initiativeCents: number;

  @ApiProperty({ type: [EarlierDto], maxItems: applicationLimits.earlierShown })
  readonly earlier: readonly EarlierDto[];

  @ApiProperty(count)
  readonly earlierCount: number;

  @ApiProperty({ ...cents, description: 'Together; a point counts for no more than it may still get' })
  readonly earlierCents: number;
}

export class ApplicationDto extends ApplicationSummaryDto implements ApplicationView {
  @ApiProperty(count)
  readonly version: number;

  @ApiProperty(count)
  readonly year: number;

  @ApiProperty({ enum: applyingSides })
  readonly side: ApplyingSide;

  @ApiProperty()
  readonly applicantName: string;

  @ApiProperty({ type: BudgetPointDto, ...nullable })
  readonly point: BudgetPointDto | null;

  @ApiProperty()
  readonly plan: string;

  @ApiProperty()
  readonly isExisting: boolean;

  @ApiProperty(day)
  readonly startsOn: string;

  @ApiProperty({ type: [CriterionDto] })
  readonly criteria: readonly CriterionDto[];

  @ApiProperty({ type: String, ...nullable, description: 'Null for who does not handle it, and once it is forgotten' })
  readonly contact: string | null;

  @ApiProperty({ type: AskedDto, ...nullable })
  readonly asked: AskedDto | null;

  @ApiProperty({ type: [AnsweredQuestionDto], description: 'Questions before that one, the first first' })
  readonly answeredBefore: readonly AnsweredQuestionDto[];

  @ApiProperty({ type: BudgetAdviceViewDto, ...nullable })
  readonly advice: BudgetAdviceViewDto | null;

  @ApiProperty({ type: BudgetDecisionViewDto, ...nullable })
  readonly decision: BudgetDecisionViewDto | null;

  @ApiProperty({ type: ForDeciderDto, ...nullable })
  readonly forDecider: ForDeciderDto | null;

  @ApiProperty({ enum: Object.keys(applicationActions), isArray: true })
  readonly allowedActions: readonly ApplicationAction[];
}

export class BudgetMoveDto {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: 'integer', description: 'Euro cents; below zero is given away' })
  readonly cents: number;
}

export class RedistributionDto implements RedistributionView {
  @ApiProperty(uuid)
  readonly id: string;

  @ApiProperty(count)
  readonly year: number;

  @ApiProperty({ enum: redistributionStates })
  readonly state: RedistributionState;

  @ApiProperty(count)
  readonly version: number;

  @ApiProperty(instant)
  readonly madeAt: string;

  @ApiProperty({ ...instant, ...nullable })
  readonly decidedAt: string | null;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ type: [BudgetMoveDto] })
  readonly moves: readonly BudgetMoveDto[];

  @ApiProperty({ enum: redistributionActions, isArray: true })
  readonly allowedActions: readonly RedistributionAction[];
}

export class RedistributionListDto {
  @ApiProperty({ type: [RedistributionDto] })
  readonly items: readonly RedistributionDto[];
}
