import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { MessageView, ThreadSummary, ThreadView } from '@kernagenda/conversations/domain';
import { MessageDrafts } from './message-drafts.service';
import {
  MessageDto,
  MessageInputDto,
  MessagePageDto,
  ReadInputDto,
  ThreadDto,
  ThreadInputDto,
  ThreadListQuery,
  ThreadPageDto,
} from './threads.dto';
import { ThreadsService } from './threads.service';
import type { MessagePage } from './threads.service';

@ApiTags('threads')
@Controller('threads')
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly drafts: MessageDrafts,
  ) {}

  /** The threads this person takes part in, alone or for a side, or those in their inbox; the newest message first. */
  @Get()
  @Access('person')
  @ApiOkResponse({ type: ThreadPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ThreadListQuery): Promise<Page<ThreadSummary>> {
    const { limit, cursor, inbox = null, search } = query;
    return this.threads.list(actor, { inbox, search: search || null }, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** A resident writes to the brokers of the own village, or its secretary to the group of another. */
  @Post()
  @Access('person')
  @ApiCreatedResponse({ type: ThreadDto })
  open(
    @CurrentActor() actor: Actor,
    @Body() input: ThreadInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ThreadView> {
    return this.threads.open(actor, input, call);
  }

  /** What was said, newest first; for who left, up to that moment. */
  @Get(':id/messages')
  @Access('person')
  @ApiOkResponse({ type: MessagePageDto })
  listMessages(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<MessagePage> {
    return this.threads.listMessages(actor, id, limit, decodeCursor(cursor, ['number']));
  }

  @Post(':id/messages')
  @Access('person')
  @ApiCreatedResponse({ type: MessageDto })
  write(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: MessageInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<MessageView> {
    return this.threads.write(actor, id, input, call);
  }

  /** Makes a draft of a proposal of a message, in the name and the words of the resident who wrote it; once. */
  @Post(':id/messages/:messageId/draft')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: MessageDto })
  async makeDraft(
    @IdParam() id: string,
    @IdParam('messageId') messageId: string,
    @CurrentActor() actor: Actor,
  ): Promise<MessageView> {
    await this.drafts.make(actor, id, messageId);
    return this.threads.getMessage(actor, id, messageId);
  }

  /** Remembers up to which message this person read. */
  @Post(':id/read')
  @Access('person')
  @HttpCode(204)
  @ApiNoContentResponse()
  markRead(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() { number }: ReadInputDto): Promise<void> {
    return this.threads.markRead(actor, id, number);
  }

  /** Takes part no more: writes nothing, and reads nothing newer. */
  @Post(':id/leave')
  @Access('person')
  @HttpCode(204)
  @ApiNoContentResponse()
  leave(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.threads.leave(actor, id);
  }
}
