import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { EveningNoteView, EveningSummary, EveningView } from '@kernagenda/intake/domain/evenings';
import { Access, CreatingCall, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import {
  CloseEveningDto,
  EveningDto,
  EveningInputDto,
  EveningListDto,
  EveningNoteDto,
  EveningNoteInputDto,
} from './evenings.dto';
import { EveningsService } from './evenings.service';

@ApiTags('evenings')
@Access('role:group_member', 'role:secretary', 'role:broker')
@Controller('evenings')
export class EveningsController {
  constructor(private readonly evenings: EveningsService) {}

  /** The last evenings of the villages this person serves, the last first. */
  @Get()
  @ApiOkResponse({ type: EveningListDto })
  async listEvenings(@CurrentActor() actor: Actor): Promise<{ readonly items: readonly EveningSummary[] }> {
    return { items: await this.evenings.list(actor) };
  }

  /** Begins an evening; 403 `not_allowed` for a village this person does not serve. */
  @Post()
  @ApiCreatedResponse({ type: EveningDto })
  beginEvening(
    @CurrentActor() actor: Actor,
    @Body() input: EveningInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<EveningView> {
    return this.evenings.begin(actor, input, call);
  }

  /** One evening with its notes, the newest first; 404 for who does not serve its village. */
  @Get(':id')
  @ApiOkResponse({ type: EveningDto })
  getEvening(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EveningView> {
    return this.evenings.get(actor, id);
  }

  /**
   * Writes a note, or what became of it since: the highest revision stands, and sent again it changes nothing. Answers
   * with the note as it stands. 409 `wrong_state` once the evening is sent in.
   */
  @Put(':id/wishes/:wishId')
  @ApiOkResponse({ type: EveningNoteDto })
  keepNote(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('wishId') wishId: string,
    @Body() input: EveningNoteInputDto,
  ): Promise<EveningNoteView> {
    return this.evenings.keepNote(actor, id, wishId, input);
  }

  /** Sends every note in, by a job: the answer does not wait for it. Once more changes nothing. */
  @Post(':id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: EveningDto })
  closeEvening(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: CloseEveningDto,
  ): Promise<EveningView> {
    return this.evenings.close(actor, id, input);
  }
}
