import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { TextBlockView } from '@kernagenda/moderation/domain';
import { TextBlockDto, TextBlockInputDto, TextBlockOrderDto, TextBlockPageDto } from './text-blocks.dto';
import { TextBlocksService } from './text-blocks.service';

@ApiTags('moderation')
@Access('role:admin')
@Controller('text-blocks')
export class TextBlocksController {
  constructor(private readonly blocks: TextBlocksService) {}

  /** The text blocks for reasons and for answers to messages, in order. */
  @Get()
  @Access('role:admin', 'role:broker', 'role:official')
  @ApiOkResponse({ type: TextBlockPageDto })
  listBlocks(): Promise<Page<TextBlockView>> {
    return this.blocks.list();
  }

  /** Adds a text block at the end; 409 `already_exists` for a name that is taken. */
  @Post()
  @ApiCreatedResponse({ type: TextBlockDto })
  addBlock(
    @CurrentActor() actor: Actor,
    @Body() input: TextBlockInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<TextBlockView> {
    return this.blocks.add(actor, input, call);
  }

  /** Puts all text blocks in another order; 412 when somebody added or removed one meanwhile. */
  @Put('order')
  @ApiOkResponse({ type: TextBlockPageDto })
  orderBlocks(@CurrentActor() actor: Actor, @Body() { ids }: TextBlockOrderDto): Promise<Page<TextBlockView>> {
    return this.blocks.order(actor, ids);
  }

  /** Changes a text block; reasons that were sent stay as they were sent. Needs `If-Match`. */
  @Put(':id')
  @ApiOkResponse({ type: TextBlockDto })
  changeBlock(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: TextBlockInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<TextBlockView> {
    return this.blocks.change(actor, id, input, seenVersion);
  }

  /** Removes a text block. Needs `If-Match`. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeBlock(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() seenVersion: number): Promise<void> {
    return this.blocks.remove(actor, id, seenVersion);
  }
}
