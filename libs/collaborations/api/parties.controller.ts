import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import { CollaborationDto } from './collaborations.answers.dto';
import { CastDto, JoinDto, ReasonDto } from './collaborations.dto';
import { PartiesService } from './parties.service';

@ApiTags('collaborations')
@Access('person')
@Controller('collaborations/:id/parties')
export class PartiesController {
  constructor(private readonly parties: PartiesService) {}

  /** Brings in a village the caller signs for, the own team, or for who steers somebody outside the municipality. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  join(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: JoinDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    return this.parties.join(actor, id, input, call);
  }

  /** Gives a party another role; 409 for the only one that leads. */
  @Post(':partyId/cast')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  cast(
    @IdParam() id: string,
    @IdParam('partyId') partyId: string,
    @CurrentActor() actor: Actor,
    @Body() input: CastDto,
  ): Promise<CollaborationView> {
    return this.parties.cast(actor, id, partyId, input);
  }

  /** Takes a party out, for who signs for it: its rights end, what it brought stays; 409 once something is ordered for it. */
  @Post(':partyId/leave')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  leave(
    @IdParam() id: string,
    @IdParam('partyId') partyId: string,
    @CurrentActor() actor: Actor,
    @Body() input: ReasonDto,
  ): Promise<CollaborationView> {
    return this.parties.leave(actor, id, partyId, input);
  }
}
