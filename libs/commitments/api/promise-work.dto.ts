import { ApiProperty } from '@nestjs/swagger';
import type { PromiseWork, SilentPoint, SilentVillage, StatusSince } from '@kernagenda/commitments/domain';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';
import { CommitmentSummaryDto, since } from './promises.answers.dto';

class SilentPointDto implements SilentPoint {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: TeamRefDto, nullable: true, description: 'Null: the broker has it' })
  readonly team: TeamRefDto | null;

  @ApiProperty(since)
  readonly since: StatusSince;
}

class SilentVillageDto implements SilentVillage {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null when it never proposed anything',
  })
  readonly lastAt: string | null;
}

class PromisesToKeepDto {
  @ApiProperty({ type: 'integer' })
  readonly count: number;

  @ApiProperty({ type: 'integer', description: 'How many are over their day' })
  readonly late: number;

  @ApiProperty({ type: [CommitmentSummaryDto], description: 'The soonest due first; the first of them' })
  readonly items: readonly CommitmentSummaryDto[];
}

class SilentPointsDto {
  @ApiProperty({ type: 'integer' })
  readonly count: number;

  @ApiProperty({ type: [SilentPointDto], description: 'The longest silent first; the first of them' })
  readonly items: readonly SilentPointDto[];
}

class SilentVillagesDto {
  @ApiProperty({ type: 'integer' })
  readonly count: number;

  @ApiProperty({ type: [SilentVillageDto], description: 'The longest silent first; the first of them' })
  readonly items: readonly SilentVillageDto[];
}

export class PromiseWorkDto implements PromiseWork {
  @ApiProperty({ type: PromisesToKeepDto })
  readonly promises: PromisesToKeepDto;

  @ApiProperty({ type: SilentPointsDto })
  readonly silentPoints: SilentPointsDto;

  @ApiProperty({ type: SilentVillagesDto, description: 'Empty for who is no broker' })
  readonly silentVillages: SilentVillagesDto;
}
