import { ArrayMaxSize, ArrayMinSize, IsIn, IsUUID, Length, Matches, ValidateIf } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { OneLine, PeriodDto } from '@kernagenda/shared/api';
import { groupPositions } from '@kernagenda/identity/domain';
import type { GroupPosition } from '@kernagenda/identity/domain';
import { groupKinds, groupLimits } from '@kernagenda/villages/domain/groups';
import type {
  GroupInput,
  GroupKind,
  GroupMember,
  GroupRecord,
  GroupUpdate,
  HandOverInput,
  PositionInput,
} from '@kernagenda/villages/domain/groups';
import { VillageRefDto } from './villages.dto';

const { name, villages } = groupLimits;
const instant = { type: String, format: 'date-time' } as const;

export class GroupInputDto extends PeriodDto implements GroupInput {
  @ApiProperty({ minLength: name.min, maxLength: name.max })
  @OneLine()
  @Length(name.min, name.max)
  readonly name: string;

  @ApiProperty({ enum: groupKinds })
  @IsIn(groupKinds)
  readonly kind: GroupKind;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: villages })
  @ArrayMinSize(1)
  @ArrayMaxSize(villages)
  @IsUUID(undefined, { each: true })
  readonly villageIds: readonly string[];
}

export class GroupUpdateDto implements GroupUpdate {
  @ApiProperty({ minLength: name.min, maxLength: name.max })
  @OneLine()
  @Length(name.min, name.max)
  readonly name: string;

  @ApiProperty({ enum: groupKinds })
  @IsIn(groupKinds)
  readonly kind: GroupKind;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day; null without an end' })
  @ValidateIf(({ until }: GroupUpdateDto) => until !== null)
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly until: string | null;
}

export class PositionDto implements PositionInput {
  @ApiProperty({ enum: groupPositions })
  @IsIn(groupPositions)
  readonly position: GroupPosition;
}

export class HandOverDto implements HandOverInput {
  @ApiProperty({ format: 'uuid', description: 'An ordinary member of the group' })
  @IsUUID()
  readonly personId: string;
}

class GroupMemberDto implements GroupMember {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;

  @ApiProperty({ enum: groupPositions })
  readonly position: GroupPosition;

  @ApiProperty(instant)
  readonly startsAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly endsAt: string | null;
}

export class GroupMemberPageDto {
  @ApiProperty({ type: [GroupMemberDto] })
  readonly items: readonly GroupMemberDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class GroupRecordDto implements GroupRecord {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ enum: groupKinds })
  readonly kind: GroupKind;

  @ApiProperty({ type: [VillageRefDto] })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty(instant)
  readonly startsAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly endsAt: string | null;

  @ApiProperty({ type: [GroupMemberDto], description: 'Now or later, the chair first' })
  readonly members: readonly GroupMemberDto[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class GroupRecordPageDto {
  @ApiProperty({ type: [GroupRecordDto] })
  readonly items: readonly GroupRecordDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
