import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { MatchBoard, MatchFlagView } from '@kernagenda/matching/domain';
import { Access, CurrentActor, IdParam, IfMatch, decodeCursor } from '@kernagenda/shared/api';
import { AmountDto } from './flag-points.dto';
import { DeclineDto, MatchBoardDto, MatchBoardQuery, MatchFlagDto, SnoozeDto } from './flags.dto';
import { FlagsService } from './flags.service';

@ApiTags('match board')
@Access('role:broker')
@Controller('match-flags')
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  /**
   * Sets of points as work, most villages first: for brokers those with a village of theirs, for officials, aldermen and
   * the groups of villages those in their scope, to read. The room `person:` tells live that one looks different.
   */
  @Get()
  @Access('role:broker', 'role:official', 'role:alderman', 'role:secretary', 'role:group_member')
  @ApiOkResponse({ type: MatchBoardDto })
  list(@CurrentActor() actor: Actor, @Query() { cursor, ...filter }: MatchBoardQuery): Promise<MatchBoard> {
    return this.flags.list(actor, filter, decodeCursor(cursor, ['number', 'instant', 'id']));
  }

  /** One of them; 404 for who does not work on it, oversee it, or belong to the group of one of its villages. */
  @Get(':id')
  @Access('person')
  @ApiOkResponse({ type: MatchFlagDto })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<MatchFlagView> {
    return this.flags.get(actor, id);
  }

  /** "Klopt": its pairs are remembered as right. Every decision needs `If-Match`: nobody decides on a set they did not see. */
  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  confirm(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<MatchFlagView> {
    return this.flags.confirm(actor, id, seen);
  }

  /** Out of sight until a day (Europe/Amsterdam), at most half a year ahead; then it goes on where it was. */
  @Post(':id/snooze')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  snooze(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: SnoozeDto,
  ): Promise<MatchFlagView> {
    return this.flags.snooze(actor, id, seen, input);
  }

  /** Takes it up again before its day. */
  @Post(':id/wake')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  wake(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<MatchFlagView> {
    return this.flags.wake(actor, id, seen);
  }

  /** "Klopt niet": closes it for all; its pairs stay apart until a text materially changes. */
  @Post(':id/decline')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  decline(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: DeclineDto,
  ): Promise<MatchFlagView> {
    return this.flags.decline(actor, id, seen, input);
  }

  /** Takes "klopt niet" back; 409 `wrong_state` when its points meanwhile stand in other flags. */
  @Post(':id/reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  reopen(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<MatchFlagView> {
    return this.flags.reopen(actor, id, seen);
  }

  /** Puts right what the text of one of its points asks for; all null when it names nothing after all. */
  @Put(':id/amounts/:proposalId')
  @ApiOkResponse({ type: MatchFlagDto })
  correctAmount(
    @IdParam() id: string,
    @IdParam('proposalId') proposalId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() amount: AmountDto,
  ): Promise<MatchFlagView> {
    return this.flags.correctAmount(actor, id, proposalId, seen, amount);
  }

  /** Leaves it to what the rules read in the text again. */
  @Delete(':id/amounts/:proposalId')
  @ApiOkResponse({ type: MatchFlagDto })
  removeCorrection(
    @IdParam() id: string,
    @IdParam('proposalId') proposalId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
  ): Promise<MatchFlagView> {
    return this.flags.correctAmount(actor, id, proposalId, seen, null);
  }
}
