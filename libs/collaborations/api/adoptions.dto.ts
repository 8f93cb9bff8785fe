import { ApiProperty } from '@nestjs/swagger';
import { agendaStates } from '@kernagenda/proposals/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { VillageRefDto } from '@kernagenda/villages/api';
import type {
  AdoptedPoint,
  AdoptionAnswer,
  AdoptionsView,
  OriginView,
} from '@kernagenda/collaborations/domain/adoptions';

class TravellingPointDto {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: agendaStates })
  readonly agendaState: AgendaState;
}

class OriginDto extends TravellingPointDto implements OriginView {
  @ApiProperty()
  readonly body: string;

  @ApiProperty({ type: String, nullable: true, description: 'How it was done; null while it was not' })
  readonly story: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Euro cents; null where no money is named' })
  readonly cents: number | null;
}

class AdoptedPointDto extends TravellingPointDto implements AdoptedPoint {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null where the idea began' })
  readonly originId: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it became public' })
  readonly since: string;

  @ApiProperty({ type: 'integer', description: 'How many times the idea was taken over before' })
  readonly steps: number;
}

export class AdoptionsDto implements AdoptionsView {
  @ApiProperty({ type: OriginDto, nullable: true })
  readonly origin: OriginDto | null;

  @ApiProperty({ type: [AdoptedPointDto], description: 'From where the idea began; empty when nobody took it over' })
  readonly journey: readonly AdoptedPointDto[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What the reader made of this point' })
  readonly mineId: string | null;

  @ApiProperty({ type: VillageRefDto, nullable: true, description: 'Null for who cannot take it over' })
  readonly adoptFor: VillageRefDto | null;
}

export class AdoptionAnswerDto implements AdoptionAnswer {
  @ApiProperty({ format: 'uuid', description: 'The draft in the home village' })
  readonly proposalId: string;
}
