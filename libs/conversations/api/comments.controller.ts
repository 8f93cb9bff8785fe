import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { CommentView, HelperContact, OpenQuestion } from '@kernagenda/conversations/domain';
import {
  AnswerInputDto,
  AssignDto,
  CommentDto,
  CommentInputDto,
  CommentPageDto,
  HelperContactDto,
  HideCommentDto,
  OpenQuestionPageDto,
} from './comments.dto';
import { CommentsService } from './comments.service';
import type { CommentPage } from './comments.service';

@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  /** What is said on a point, oldest first, answers below their question. */
  @Get('proposals/:id/comments')
  @Access('visitor')
  @ApiOkResponse({ type: CommentPageDto })
  list(
    @IdParam() id: string,
    @CurrentActor() actor: Actor | null,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<CommentPage> {
    return this.comments.list(actor, id, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Reacts, asks something, or offers help. */
  @Post('proposals/:id/comments')
  @Access('person')
  @ApiCreatedResponse({ type: CommentDto })
  async place(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: CommentInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<CommentView> {
    return this.comments.getComment(await this.comments.place(actor, id, input, call), actor);
  }

  /** Questions that wait for the group, broker, alderman or official that asks, soonest first. */
  @Get('questions')
  @Access('role:broker', 'role:secretary', 'role:alderman', 'role:official')
  @ApiOkResponse({ type: OpenQuestionPageDto })
  listOpenQuestions(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<OpenQuestion>> {
    return this.comments.listOpenQuestions(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Takes own words back, as long as nobody relies on them. */
  @Delete('comments/:id')
  @Access('person')
  @HttpCode(204)
  @ApiNoContentResponse()
  delete(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.comments.delete(actor, id);
  }

  /** The broker hides it, with a reason that its author reads. */
  @Post('comments/:id/hide')
  @Access('role:broker')
  @HttpCode(200)
  @ApiOkResponse({ type: CommentDto })
  async hide(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { reason }: HideCommentDto,
  ): Promise<CommentView> {
    await this.comments.hide(actor, id, reason);
    return this.comments.getComment(id, actor);
  }

  /** The broker lets everyone read it again. */
  @Post('comments/:id/show-again')
  @Access('role:broker')
  @HttpCode(200)
  @ApiOkResponse({ type: CommentDto })
  async showAgain(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CommentView> {
    await this.comments.showAgain(actor, id);
    return this.comments.getComment(id, actor);
  }

  /** Says who answers a question, and by when. */
  @Post('comments/:id/assign')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: CommentDto })
  async assign(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: AssignDto): Promise<CommentView> {
    await this.comments.assign(actor, id, input);
    return this.comments.getComment(id, actor);
  }

  /** Answers a question; one answer each. */
  @Post('comments/:id/answer')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: CommentDto })
  async answer(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { body }: AnswerInputDto,
  ): Promise<CommentView> {
    await this.comments.answer(actor, id, body);
    return this.comments.getComment(id, actor);
  }

  /** The second yes: from now on the author or group can reach the helper. */
  @Post('comments/:id/accept-help')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: CommentDto })
  async acceptHelp(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CommentView> {
    await this.comments.acceptHelp(actor, id);
    return this.comments.getComment(id, actor);
  }

  /** Thanks for the offer, and no. */
  @Post('comments/:id/decline-help')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: CommentDto })
  async declineHelp(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CommentView> {
    await this.comments.declineHelp(actor, id);
    return this.comments.getComment(id, actor);
  }

  /** How to reach a helper, once both said yes. Every look is written down. */
  @Get('comments/:id/contact')
  @Access('person')
  @ApiOkResponse({ type: HelperContactDto })
  getContact(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<HelperContact> {
    return this.comments.getContact(actor, id);
  }
}
