import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PromisesView } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CurrentActor, IdParam } from '@kernagenda/shared/api';
import { PromisesDto } from './promises.answers.dto';
import { HideSaidDto } from './promises.dto';
import { PromisesService } from './promises.service';
import { SaidService } from './said.service';

/** Every call answers all that was said on the point, so that a page shows what it left behind. */
@ApiTags('commitments')
@Access('role:broker')
@Controller()
export class SaidController {
  constructor(
    private readonly said: SaidService,
    private readonly promises: PromisesService,
  ) {}

  /** The broker hides an official answer, with a reason that its author reads. */
  @Post('official-answers/:id/hide')
  @HttpCode(200)
  @ApiOkResponse({ type: PromisesDto })
  async hideAnswer(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { reason }: HideSaidDto,
  ): Promise<PromisesView> {
    return this.promises.get(await this.said.hide(actor, 'official_answer', id, reason), actor);
  }

  /** The broker lets everyone read it again. */
  @Post('official-answers/:id/show-again')
  @HttpCode(200)
  @ApiOkResponse({ type: PromisesDto })
  async showAnswerAgain(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PromisesView> {
    return this.promises.get(await this.said.showAgain(actor, 'official_answer', id), actor);
  }

  /** The broker hides an update with its photos, with a reason that its author reads. */
  @Post('status-updates/:id/hide')
  @HttpCode(200)
  @ApiOkResponse({ type: PromisesDto })
  async hideUpdate(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { reason }: HideSaidDto,
  ): Promise<PromisesView> {
    return this.promises.get(await this.said.hide(actor, 'status_update', id, reason), actor);
  }

  /** The broker lets everyone read it again. */
  @Post('status-updates/:id/show-again')
  @HttpCode(200)
  @ApiOkResponse({ type: PromisesDto })
  async showUpdateAgain(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PromisesView> {
    return this.promises.get(await this.said.showAgain(actor, 'status_update', id), actor);
  }
}
