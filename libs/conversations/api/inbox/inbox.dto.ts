import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, ValidateIf } from 'class-validator';
import type { Colleague, HandOverInput, InboxInput } from '@kernagenda/conversations/domain';

export class ThreadAssigneeDto implements InboxInput {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Who answers; null for nobody in particular',
  })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsUUID()
  readonly personId: string | null;
}

export class ThreadHandOverDto implements HandOverInput {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The team; null for the brokers' })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsUUID()
  readonly teamId: string | null;
}

class ColleagueDto implements Colleague {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;

  @ApiProperty()
  readonly isAssignee: boolean;
}

export class ColleaguesDto {
  @ApiProperty({ type: [ColleagueDto] })
  readonly items: readonly ColleagueDto[];
}
