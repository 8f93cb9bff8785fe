import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PromisesView } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { MilestonesService } from './milestones.service';
import { PromisesDto } from './promises.answers.dto';
import {
  OfficialAnswerInputDto,
  CommitmentInputDto,
  FeasibilityInputDto,
  MilestoneInputDto,
  MilestoneUpdateDto,
  StoryInputDto,
  UpdateInputDto,
} from './promises.dto';
import { PromisesService } from './promises.service';

/** Every call answers all of it, so that a page shows what it left behind. */
@ApiTags('commitments')
@Access('role:broker', 'role:official', 'role:alderman')
@Controller()
export class PromisesController {
  constructor(
    private readonly promises: PromisesService,
    private readonly milestones: MilestonesService,
  ) {}

  /** Official answers, promises, news and milestones of a point, with what this person may do. */
  @Get('proposals/:id/promises')
  @Access('visitor')
  @ApiOkResponse({ type: PromisesDto })
  get(@IdParam() id: string, @CurrentActor() actor: Actor | null): Promise<PromisesView> {
    return this.promises.get(id, actor);
  }

  /** The broker, an official of the team that has the point, or the alderman answers officially. */
  @Post('proposals/:id/answers')
  @ApiCreatedResponse({ type: PromisesDto })
  async answer(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: OfficialAnswerInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PromisesView> {
    await this.promises.answer(actor, id, input, call);
    return this.promises.get(id, actor);
  }

  /** The broker, or an official of a team, writes down what was found out: whether it can be done, and for what. */
  @Post('proposals/:id/feasibility')
  @Access('role:broker', 'role:official')
  @ApiCreatedResponse({ type: PromisesDto })
  async assess(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: FeasibilityInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PromisesView> {
    await this.promises.assess(actor, id, input, call);
    return this.promises.get(id, actor);
  }

  /**
   * The broker, or an official of the team that did it, tells how a point that is done went, or tells it better. Needs
   * `If-Match`, with 0 where nothing was told yet.
   */
  @Put('proposals/:id/story')
  @Access('role:broker', 'role:official')
  @ApiOkResponse({ type: PromisesDto })
  async tellStory(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: StoryInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<PromisesView> {
    await this.promises.tellStory(actor, id, input, seenVersion);
    return this.promises.get(id, actor);
  }

  /** Promises something by a day, for a team or for the broker. */
  @Post('proposals/:id/commitments')
  @ApiCreatedResponse({ type: PromisesDto })
  async commit(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: CommitmentInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PromisesView> {
    await this.promises.commit(actor, id, input, call);
    return this.promises.get(id, actor);
  }

  /** Tells how a point stands; photos are kept before with `POST /update-photos`. */
  @Post('proposals/:id/updates')
  @ApiCreatedResponse({ type: PromisesDto })
  async update(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: UpdateInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PromisesView> {
    await this.promises.update(actor, id, input, call);
    return this.promises.get(id, actor);
  }

  /** Adds a milestone: a month or a day on which something of it can be seen. */
  @Post('proposals/:id/milestones')
  @ApiCreatedResponse({ type: PromisesDto })
  async addMilestone(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: MilestoneInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PromisesView> {
    await this.milestones.add(actor, id, input, call);
    return this.promises.get(id, actor);
  }

  /** Changes a milestone, or says that it was reached. */
  @Put('milestones/:id')
  @ApiOkResponse({ type: PromisesDto })
  async putMilestone(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: MilestoneUpdateDto,
  ): Promise<PromisesView> {
    return this.promises.get(await this.milestones.put(actor, id, input), actor);
  }

  @Delete('milestones/:id')
  @ApiOkResponse({ type: PromisesDto })
  async deleteMilestone(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PromisesView> {
    return this.promises.get(await this.milestones.delete(actor, id), actor);
  }
}
