import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Colleague, ThreadView } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CurrentActor, IdParam } from '@kernagenda/shared/api';
import { ThreadDto } from '../threads.dto';
import { ThreadsService } from '../threads.service';
import { ColleaguesDto, ThreadHandOverDto, ThreadAssigneeDto } from './inbox.dto';
import { InboxService } from './inbox.service';

@ApiTags('threads')
@Controller('threads/:id')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly threads: ThreadsService,
  ) {}

  /** To whom the side that has the thread can give it. */
  @Get('colleagues')
  @Access('person')
  @ApiOkResponse({ type: ColleaguesDto })
  async listColleagues(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly items: readonly Colleague[] }> {
    return { items: await this.inbox.listColleagues(actor, id) };
  }

  /** Says who of the side that has the thread answers: the resident reads their first name. */
  @Post('assign')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadDto })
  async assign(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { personId }: ThreadAssigneeDto,
  ): Promise<ThreadView> {
    await this.inbox.assign(actor, id, personId);
    return this.threads.getThread(actor, id);
  }

  /** Gives the thread to a team, or back to the brokers of the village; who had it reads on. */
  @Post('hand-over')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadDto })
  async handOver(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { teamId }: ThreadHandOverDto,
  ): Promise<ThreadView> {
    await this.inbox.handOver(actor, id, teamId);
    return this.threads.getThread(actor, id);
  }

  /** Nothing is left to answer; a message of the resident opens it again. */
  @Post('close')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadDto })
  async close(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ThreadView> {
    await this.inbox.close(actor, id);
    return this.threads.getThread(actor, id);
  }

  /** Something is left to do after all. */
  @Post('reopen')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadDto })
  async reopen(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ThreadView> {
    await this.inbox.reopen(actor, id);
    return this.threads.getThread(actor, id);
  }
}
