import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { ClaimView, DecisionView, QueueItem, StatementOfReasonsView } from '@kernagenda/moderation/domain';
import { DecisionsService } from './decisions.service';
import { DeskService } from './desk.service';
import { ClaimDto, DecisionDto, QueuePageDto, ReasonsDto, ReconsiderDto, StatementDto } from './moderation.dto';

@ApiTags('moderation')
@Access('role:broker')
@Controller()
export class ModerationController {
  constructor(
    private readonly desk: DeskService,
    private readonly decisions: DecisionsService,
  ) {}

  /** What this broker may decide on, oldest term first; the room `person:` tells live that it looks different. */
  @Get('moderation/queue')
  @ApiOkResponse({ type: QueuePageDto })
  listQueue(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<QueueItem>> {
    return this.desk.listQueue(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Says that this broker reads it now; colleagues see it live. */
  @Post('proposals/:id/claim')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimDto })
  claim(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ClaimView> {
    return this.desk.claim(actor, id);
  }

  /** Gives the own claim back. */
  @Post('proposals/:id/release')
  @HttpCode(204)
  @ApiNoContentResponse()
  release(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.desk.release(actor, id);
  }

  /** Makes it public at once. Every decision needs `If-Match`: nobody decides on a text they did not read. */
  @Post('proposals/:id/approve')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  approve(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<DecisionView> {
    return this.decisions.decide(actor, id, 'approve', seen);
  }

  /** Sends it back to the author with what would be accepted. */
  @Post('proposals/:id/request-changes')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  requestChanges(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() reasons: ReasonsDto,
  ): Promise<DecisionView> {
    return this.decisions.decideWithReasons(actor, id, 'request_changes', seen, reasons);
  }

  /** Refuses it; the author may change it and send it in once more. */
  @Post('proposals/:id/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  refuse(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() reasons: ReasonsDto,
  ): Promise<DecisionView> {
    return this.decisions.decideWithReasons(actor, id, 'refuse', seen, reasons);
  }

  /** Takes a public text out of sight. */
  @Post('proposals/:id/hide')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  hide(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() reasons: ReasonsDto,
  ): Promise<DecisionView> {
    return this.decisions.decideWithReasons(actor, id, 'hide', seen, reasons);
  }

  /** Makes a hidden text public again. */
  @Post('proposals/:id/show-again')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  showAgain(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<DecisionView> {
    return this.decisions.decide(actor, id, 'show_again', seen);
  }

  /** Puts a refused or returned text back on the desk; 409 `edited_since_decision` while its author changes it. */
  @Post('proposals/:id/reconsider')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  reconsider(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() { reason }: ReconsiderDto,
  ): Promise<DecisionView> {
    return this.decisions.reconsider(actor, id, seen, reason);
  }

  /** Takes the own decision back, within ten seconds. */
  @Post('proposals/:id/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  undo(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<DecisionView> {
    return this.decisions.undo(actor, id);
  }

  /** Why it was sent back, refused or hidden; for the author and the broker. */
  @Get('proposals/:id/statement')
  @Access('person')
  @ApiOkResponse({ type: StatementDto })
  getStatement(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<StatementOfReasonsView> {
    return this.decisions.getStatement(actor, id);
  }
}
