import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import { CollaborationDto } from './collaborations.answers.dto';
import { AgreementDto, DocumentInputDto, TaskInputDto } from './collaborations.dto';
import { WorkService } from './work.service';

/** For who works on it for a party that leads or takes part; every call answers the whole. */
@ApiTags('collaborations')
@Access('person')
@Controller('collaborations/:id')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  /** Adds to the shared planning: what, who, until when. */
  @Post('tasks')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  addTask(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: TaskInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    return this.work.addTask(actor, id, input, call);
  }

  /** Changes a task, or marks it done. Needs `If-Match` with the version of the task. */
  @Put('tasks/:taskId')
  @ApiOkResponse({ type: CollaborationDto })
  changeTask(
    @IdParam() id: string,
    @IdParam('taskId') taskId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: TaskInputDto,
  ): Promise<CollaborationView> {
    return this.work.changeTask(actor, id, taskId, seen, input);
  }

  @Delete('tasks/:taskId')
  @ApiOkResponse({ type: CollaborationDto })
  removeTask(
    @IdParam() id: string,
    @IdParam('taskId') taskId: string,
    @CurrentActor() actor: Actor,
  ): Promise<CollaborationView> {
    return this.work.removeTask(actor, id, taskId);
  }

  /** Writes what was agreed, for everyone to read. */
  @Post('agreements')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  addAgreement(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: AgreementDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    return this.work.addAgreement(actor, id, input, call);
  }

  /** Keeps where a document stands, for the parties. */
  @Post('documents')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  addDocument(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: DocumentInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    return this.work.addDocument(actor, id, input, call);
  }

  @Delete('documents/:documentId')
  @ApiOkResponse({ type: CollaborationDto })
  removeDocument(
    @IdParam() id: string,
    @IdParam('documentId') documentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<CollaborationView> {
    return this.work.removeDocument(actor, id, documentId);
  }
}
