import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Trimmed } from '@kernagenda/shared/api';
import { houseRules, reasonLimits } from '@kernagenda/moderation/domain';
import type {
  ClaimView,
  Decision,
  DecisionView,
  HouseRule,
  QueueItem,
  ReasonsInput,
  ReconsiderInput,
  StatementOfReasonsView,
} from '@kernagenda/moderation/domain';
import { PhotoDto, ProposalSummaryDto } from '@kernagenda/proposals/api';
import { proposalLimits } from '@kernagenda/proposals/domain';

const decisions: readonly Decision[] = [
  'approve',
  'request_changes',
  'refuse',
  'hide',
  'show_again',
  'reconsider',
  'approve_version',
  'refuse_version',
];
const instant = { type: String, format: 'date-time' } as const;
const { sentence, explanation } = reasonLimits;
const { reason } = proposalLimits;
const queueItemFields = ['version', 'title', 'body', 'place', 'theme', 'kind', 'village'] as const;

export class ReasonsDto implements ReasonsInput {
  @ApiProperty({ minLength: sentence.min, maxLength: sentence.max, description: 'The sentence it is about' })
  @Trimmed()
  @IsString()
  @Length(sentence.min, sentence.max)
  readonly sentence: string;

  @ApiProperty({ enum: houseRules })
  @IsIn(houseRules)
  readonly rule: HouseRule;

  @ApiProperty({ minLength: explanation.min, maxLength: explanation.max })
  @Trimmed()
  @IsString()
  @Length(explanation.min, explanation.max)
  readonly wouldBeAccepted: string;
}

export class ReconsiderDto implements ReconsiderInput {
  @ApiProperty({ minLength: reason.min, maxLength: reason.max, description: 'For the author, and in the history' })
  @Trimmed()
  @IsString()
  @Length(reason.min, reason.max)
  readonly reason: string;
}

export class StatementDto extends ReasonsDto implements StatementOfReasonsView {
  @ApiProperty({ enum: decisions })
  readonly decision: Decision;

  @ApiProperty(instant)
  readonly decidedAt: string;
}

export class ClaimDto implements ClaimView {
  @ApiProperty()
  readonly displayName: string;

  @ApiProperty()
  readonly isMine: boolean;

  @ApiProperty(instant)
  readonly until: string;
}

export class DecisionDto implements DecisionView {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty({ enum: decisions })
  readonly decision: Decision;

  @ApiProperty({ ...instant, nullable: true, description: 'Until when it can be undone; null when it cannot' })
  readonly undoUntil: string | null;

  @ApiProperty({ type: 'integer', description: 'The new number for If-Match' })
  readonly version: number;
}

class PublicTextDto extends PickType(ProposalSummaryDto, ['title', 'body', 'place', 'theme', 'kind'] as const) {}

class WaitingTextDto implements NonNullable<QueueItem['newText']> {
  @ApiProperty({ type: 'integer' })
  readonly number: number;

  @ApiProperty({ type: PublicTextDto, description: 'What everyone reads meanwhile' })
  readonly publicText: PublicTextDto;
}

class QueueItemDto extends PickType(ProposalSummaryDto, queueItemFields) implements QueueItem {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty({ type: [PhotoDto] })
  readonly photos: readonly PhotoDto[];

  @ApiProperty()
  readonly author: string;

  @ApiProperty(instant)
  readonly submittedAt: string;

  @ApiProperty({ ...instant, description: 'The end of the last working day of the term' })
  readonly dueAt: string;

  @ApiProperty({ type: ClaimDto, nullable: true })
  readonly claim: ClaimDto | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why a broker took it up again' })
  readonly reopenedBecause: string | null;

  @ApiProperty({ type: WaitingTextDto, nullable: true, description: 'Of a new text for a public point' })
  readonly newText: WaitingTextDto | null;

  @ApiProperty({ description: 'True when this person only stands in' })
  readonly isStandIn: boolean;
}

export class QueuePageDto {
  @ApiProperty({ type: [QueueItemDto] })
  readonly items: readonly QueueItemDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
