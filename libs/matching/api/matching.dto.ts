import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import type {
  EvidenceView,
  MatchTier,
  PointSimilar,
  SimilarAnswer,
  SimilarInput,
  SimilarView,
} from '@kernagenda/matching/domain';
import { matchTiers, similarLimits } from '@kernagenda/matching/domain';
import type { MatchTopic } from '@kernagenda/matching/domain';
import { agendaStates, proposalLimits } from '@kernagenda/proposals/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { VillageRefDto } from '@kernagenda/villages/api';

export class SimilarDto implements SimilarInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly villageId: string;

  @ApiProperty({ maxLength: proposalLimits.title.max })
  @IsString()
  @MaxLength(proposalLimits.title.max)
  readonly title: string;

  @ApiProperty({ maxLength: similarLimits.text })
  @IsString()
  @MaxLength(similarLimits.text)
  readonly body: string;
}

class EvidenceDto implements EvidenceView {
  @ApiProperty({ description: 'The shared idea, as a person would say it' })
  readonly term: string;

  @ApiProperty()
  readonly inThis: string;

  @ApiProperty()
  readonly inOther: string;
}

export class MatchPointDto {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;
}

export class SimilarViewDto extends MatchPointDto implements SimilarView {
  @ApiProperty({ enum: matchTiers })
  readonly tier: MatchTier;

  @ApiProperty({ description: 'The one wants gone what the other wants to have' })
  readonly isOpposite: boolean;

  @ApiProperty({ description: 'From 0 to 1; only for sorting' })
  readonly score: number;

  @ApiProperty({ type: [EvidenceDto] })
  readonly evidence: EvidenceDto[];
}

export class SimilarAnswerDto implements SimilarAnswer {
  @ApiProperty({ type: [SimilarViewDto] })
  readonly inVillage: SimilarViewDto[];

  @ApiProperty({ type: [SimilarViewDto] })
  readonly elsewhere: SimilarViewDto[];
}

class PointSimilarDto implements PointSimilar {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty({ type: [SimilarViewDto] })
  readonly similar: SimilarViewDto[];
}

class MatchTopicDto implements MatchTopic {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty({ type: [MatchPointDto] })
  readonly points: MatchPointDto[];
}

class PageDto {
  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class SimilarPageDto extends PageDto {
  @ApiProperty({ type: [SimilarViewDto] })
  readonly items: SimilarViewDto[];
}

export class PointSimilarPageDto extends PageDto {
  @ApiProperty({ type: [PointSimilarDto] })
  readonly items: PointSimilarDto[];
}

export class MatchTopicPageDto extends PageDto {
  @ApiProperty({ type: [MatchTopicDto] })
  readonly items: MatchTopicDto[];
}
