import { IsUUID, Length, Matches, ValidateIf } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { OneLine, PeriodDto } from '@kernagenda/shared/api';
import { administrationLimits } from '@kernagenda/villages/domain';
import type { AreaRecord, TeamInput, TeamRecord, TeamRef, TeamUpdate } from '@kernagenda/villages/domain';
import { VillageRefDto } from './villages.dto';

const { areaName, teamName } = administrationLimits;

export class AreaNameDto {
  @ApiProperty({ minLength: areaName.min, maxLength: areaName.max })
  @OneLine()
  @Length(areaName.min, areaName.max)
  readonly name: string;
}

export class MoveVillageDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly areaId: string;
}

export class TeamInputDto extends PeriodDto implements TeamInput {
  @ApiProperty({ minLength: teamName.min, maxLength: teamName.max, description: 'Without the word "team"' })
  @OneLine()
  @Length(teamName.min, teamName.max)
  readonly name: string;
}

export class TeamUpdateDto implements TeamUpdate {
  @ApiProperty({ minLength: teamName.min, maxLength: teamName.max })
  @OneLine()
  @Length(teamName.min, teamName.max)
  readonly name: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day; null without an end' })
  @ValidateIf(({ until }: TeamUpdateDto) => until !== null)
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly until: string | null;
}

class NamedDto {
  @ApiProperty()
  readonly displayName: string;
}

class MemberDto extends NamedDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}

export class AreaRecordDto implements AreaRecord {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ description: 'True where the division into areas is only an example' })
  readonly isExample: boolean;

  @ApiProperty({ type: [VillageRefDto] })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty({ type: [NamedDto] })
  readonly brokers: readonly NamedDto[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class AreaRecordPageDto {
  @ApiProperty({ type: [AreaRecordDto] })
  readonly items: readonly AreaRecordDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class TeamRefDto implements TeamRef {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;
}

export class TeamRefPageDto {
  @ApiProperty({ type: [TeamRefDto] })
  readonly items: readonly TeamRefDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class TeamRecordDto extends TeamRefDto implements TeamRecord {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly startsAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly endsAt: string | null;

  @ApiProperty({ type: [MemberDto] })
  readonly members: readonly MemberDto[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class TeamRecordPageDto {
  @ApiProperty({ type: [TeamRecordDto] })
  readonly items: readonly TeamRecordDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
