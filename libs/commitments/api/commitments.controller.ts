import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CommitmentView } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import { CommitmentsService } from './commitments.service';
import { CommitmentDto } from './promises.answers.dto';
import { AskCommitmentDto, MoveCommitmentDto, UpdateInputDto, WithdrawCommitmentDto } from './promises.dto';

@ApiTags('commitments')
@Access('role:broker', 'role:official', 'role:alderman')
@Controller('commitments/:id')
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsService) {}

  /** It was kept, as a text, a photo or both show. */
  @Post('keep')
  @HttpCode(200)
  @ApiOkResponse({ type: CommitmentDto })
  async keep(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() input: UpdateInputDto,
  ): Promise<CommitmentView> {
    await this.commitments.keep(actor, id, version, input);
    return this.commitments.get(id, actor);
  }

  /** Another due day, with the reason; the first one goes on counting. */
  @Post('move')
  @HttpCode(200)
  @ApiOkResponse({ type: CommitmentDto })
  async move(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() input: MoveCommitmentDto,
  ): Promise<CommitmentView> {
    await this.commitments.move(actor, id, version, input);
    return this.commitments.get(id, actor);
  }

  /** Something has to be answered first: reminders wait until `resume`. */
  @Post('ask')
  @HttpCode(200)
  @ApiOkResponse({ type: CommitmentDto })
  async ask(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() input: AskCommitmentDto,
  ): Promise<CommitmentView> {
    await this.commitments.ask(actor, id, version, input);
    return this.commitments.get(id, actor);
  }

  /** The question was answered; reminders count on. */
  @Post('resume')
  @HttpCode(200)
  @ApiOkResponse({ type: CommitmentDto })
  async resume(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
  ): Promise<CommitmentView> {
    await this.commitments.resume(actor, id, version);
    return this.commitments.get(id, actor);
  }

  /** Takes it back, with the reason; it stays to be read. */
  @Post('withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: CommitmentDto })
  async withdraw(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() input: WithdrawCommitmentDto,
  ): Promise<CommitmentView> {
    await this.commitments.withdraw(actor, id, version, input);
    return this.commitments.get(id, actor);
  }
}
