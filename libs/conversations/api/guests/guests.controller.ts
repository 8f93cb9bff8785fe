import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PossibleGuests, ThreadView } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { ThreadDto } from '../threads.dto';
import { ThreadsService } from '../threads.service';
import { GuestInputDto, PossibleGuestsDto } from './guests.dto';
import { Guests } from './guests.service';

@ApiTags('threads')
@Controller('threads/:id/guests')
export class GuestsController {
  constructor(
    private readonly guests: Guests,
    private readonly threads: ThreadsService,
  ) {}

  /** Whom who writes for one of the villages can bring in. */
  @Get()
  @Access('person')
  @ApiOkResponse({ type: PossibleGuestsDto })
  listPossibleGuests(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PossibleGuests> {
    return this.guests.list(actor, id);
  }

  /** Brings in a team, or who proposed a point of one of the villages, with a message that everybody reads. */
  @Post()
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadDto })
  async inviteGuest(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: GuestInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ThreadView> {
    await this.guests.invite(actor, id, input, call);
    return this.threads.getThread(actor, id);
  }
}
