import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { GuestInput, PossibleGuests } from '@kernagenda/conversations/domain';
import { Trimmed } from '@kernagenda/shared/api';
import { TeamRefDto } from '@kernagenda/villages/api';

const { body } = threadLimits;

export class GuestInputDto implements GuestInput {
  @ApiPropertyOptional({ format: 'uuid', description: 'Either this or `proposalId`' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsUUID()
  readonly teamId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who proposed this point' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsUUID()
  readonly proposalId?: string;

  @ApiProperty({ minLength: body.min, maxLength: body.max, description: 'Everybody in the thread reads it' })
  @Trimmed()
  @IsString()
  @Length(body.min, body.max)
  readonly body: string;
}

class ProposerDto {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty({ description: 'Of the point' })
  readonly title: string;

  @ApiProperty({ description: 'Of who proposed it' })
  readonly name: string;
}

export class PossibleGuestsDto implements PossibleGuests {
  @ApiProperty({ type: [TeamRefDto] })
  readonly teams: readonly TeamRefDto[];

  @ApiProperty({ type: [ProposerDto] })
  readonly proposers: readonly ProposerDto[];
}
