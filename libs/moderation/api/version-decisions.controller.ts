import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, IdParam, IfMatch, NumberParam } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { DecisionView } from '@kernagenda/moderation/domain';
import { DecisionsService } from './decisions.service';
import { DecisionDto, ReasonsDto } from './moderation.dto';

/** Decisions on a new text for a public point. `If-Match` is of the proposal, as with every decision. */
@ApiTags('moderation')
@Access('role:broker')
@Controller('proposals/:id/versions/:number')
export class VersionDecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  /** Makes it the text of the point, public at once. */
  @Post('approve')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  approve(
    @IdParam() id: string,
    @NumberParam('number') number: number,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
  ): Promise<DecisionView> {
    return this.decisions.approveVersion(actor, id, number, seen);
  }

  /** Leaves the public text as it is; the author reads why. */
  @Post('refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  refuse(
    @IdParam() id: string,
    @NumberParam('number') number: number,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() reasons: ReasonsDto,
  ): Promise<DecisionView> {
    return this.decisions.refuseVersion(actor, id, number, seen, reasons);
  }
}
