import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { RoundSummary, RoundView, RoundWish } from '@kernagenda/intake/domain/rounds';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { RoundLists } from './round-lists.service';
import {
  RoundAdjustmentDto,
  RoundInputDto,
  RoundPageDto,
  RoundViewDto,
  RoundVillagesDto,
  RoundWishPageDto,
  RoundWishesQuery,
  RoundsQuery,
} from './rounds.dto';
import { Rounds } from './rounds.service';

@ApiTags('intake')
@Controller('intake-rounds')
export class RoundsController {
  constructor(
    private readonly rounds: Rounds,
    private readonly lists: RoundLists,
  ) {}

  /** Rounds of a village or of all: those with the latest last day first, so what runs stands before what is closed. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: RoundPageDto })
  listRounds(@Query() { village, limit, cursor }: RoundsQuery): Promise<Page<RoundSummary>> {
    return this.lists.list(village ?? null, limit, decodeCursor(cursor, ['text', 'id']));
  }

  /** The villages in which this person can hold a round, by name. */
  @Get('villages')
  @Access('role:secretary', 'role:broker')
  @ApiOkResponse({ type: RoundVillagesDto })
  async listRoundVillages(@CurrentActor() actor: Actor): Promise<{ readonly items: readonly VillageRef[] }> {
    return { items: await this.lists.listVillages(actor) };
  }

  /** One round: what is asked, until when, how to join in, and what was brought in so far in numbers. */
  @Get(':id')
  @Access('visitor')
  @ApiOkResponse({ type: RoundViewDto })
  getRound(@CurrentActor() actor: Actor | null, @IdParam() id: string): Promise<RoundView> {
    return this.lists.get(actor, id);
  }

  /** What everybody may read of a round, by what became of it: done, under way, on the agenda, not feasible, a wish. */
  @Get(':id/wishes')
  @Access('visitor')
  @ApiOkResponse({ type: RoundWishPageDto })
  listRoundWishes(@IdParam() id: string, @Query() { part, limit, cursor }: RoundWishesQuery): Promise<Page<RoundWish>> {
    return this.lists.listWishes(id, part ?? null, limit, decodeCursor(cursor, ['number', 'instant', 'id']));
  }

  /** Secretary or broker asks the people of villages they serve; 409 `already_exists` while another round runs there. */
  @Post()
  @Access('role:secretary', 'role:broker')
  @ApiCreatedResponse({ type: RoundViewDto })
  async makeRound(
    @CurrentActor() actor: Actor,
    @Body() input: RoundInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<RoundView> {
    return this.lists.get(actor, await this.rounds.create(actor, input, call));
  }

  /** Says all of it anew before its first day; 409 `wrong_state` afterwards. Needs `If-Match`. */
  @Put(':id')
  @Access('role:secretary', 'role:broker')
  @ApiOkResponse({ type: RoundViewDto })
  async editRound(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: RoundInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<RoundView> {
    await this.rounds.edit(actor, id, input, seenVersion);
    return this.lists.get(actor, id);
  }

  /** While it runs: a later last day, another explanation. Needs `If-Match`. */
  @Post(':id/adjust')
  @HttpCode(200)
  @Access('role:secretary', 'role:broker')
  @ApiOkResponse({ type: RoundViewDto })
  async adjustRound(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: RoundAdjustmentDto,
    @IfMatch() seenVersion: number,
  ): Promise<RoundView> {
    await this.rounds.adjust(actor, id, input, seenVersion);
    return this.lists.get(actor, id);
  }

  /** Ends it at this moment; it stays closed. Needs `If-Match`. */
  @Post(':id/stop')
  @HttpCode(200)
  @Access('role:secretary', 'role:broker')
  @ApiOkResponse({ type: RoundViewDto })
  async stopRound(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seenVersion: number,
  ): Promise<RoundView> {
    await this.rounds.stop(actor, id, seenVersion);
    return this.lists.get(actor, id);
  }

  /** Takes it away before its first day. Needs `If-Match`. */
  @Delete(':id')
  @HttpCode(204)
  @Access('role:secretary', 'role:broker')
  @ApiNoContentResponse()
  cancelRound(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() seenVersion: number): Promise<void> {
    return this.rounds.cancel(actor, id, seenVersion);
  }
}
