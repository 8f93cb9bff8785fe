import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { PeriodDto } from '@kernagenda/shared/api';
import { moneyLimits } from '@kernagenda/shared/domain';
import type { MandateInput, MandateView } from '@kernagenda/identity/domain';
import { NamedPersonDto } from './people-admin.dto';

const instant = { type: String, format: 'date-time' } as const;

export class MandateInputDto extends PeriodDto implements MandateInput {
  @ApiProperty({ format: 'uuid', description: 'An official' })
  @IsUUID()
  readonly personId: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: moneyLimits.cents, description: 'Euro cents' })
  @IsInt()
  @Min(1)
  @Max(moneyLimits.cents)
  readonly maxCents: number;
}

export class MandateDto implements MandateView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: NamedPersonDto })
  readonly person: NamedPersonDto;

  @ApiProperty({ type: 'integer', description: 'Euro cents' })
  readonly maxCents: number;

  @ApiProperty(instant)
  readonly startsAt: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly endsAt: string | null;
}

export class MandatePageDto {
  @ApiProperty({ type: [MandateDto] })
  readonly items: readonly MandateDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
