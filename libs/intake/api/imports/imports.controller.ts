import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Access,
  CreatingCall,
  CurrentActor,
  IdParam,
  IfMatch,
  PageQuery,
  SentDocumentFile,
  TakesFile,
  decodeCursor,
} from '@kernagenda/shared/api';
import type { IdempotentCall, SentDocument } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import { importLimits } from '@kernagenda/intake/domain/imports';
import type { BatchRow, BatchSummary, BatchView } from '@kernagenda/intake/domain/imports';
import { BatchLists } from './batch-lists.service';
import { Batches } from './batches.service';
import { BatchPageDto, BatchRowPageDto, BatchViewDto, ColumnsInputDto, RowsQuery } from './imports.dto';

@ApiTags('imports')
@Access('role:admin')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly batches: Batches,
    private readonly lists: BatchLists,
  ) {}

  /** Files with points that were brought, the newest first, with what became of each. */
  @Get()
  @ApiOkResponse({ type: BatchPageDto })
  listImports(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<BatchSummary>> {
    return this.lists.list(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /**
   * Reads a file with points (XLSX, CSV or other text with a separator) and tries it; nothing is taken over before it is
   * confirmed. 422 `unreadable_file` says in `errors` why it cannot be read.
   */
  @Post()
  @TakesFile(importLimits.bytes)
  @ApiCreatedResponse({ type: BatchViewDto })
  async readFile(
    @CurrentActor() actor: Actor,
    @SentDocumentFile() read: () => Promise<SentDocument>,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<BatchView> {
    return this.lists.get(actor, await this.batches.read(actor, read, call));
  }

  /** One file, with its columns and how far it is. */
  @Get(':id')
  @ApiOkResponse({ type: BatchViewDto })
  getImport(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BatchView> {
    return this.lists.get(actor, id);
  }

  /** The rows of a file in their order, with what each would do or did, and what is wrong with it. */
  @Get(':id/rows')
  @ApiOkResponse({ type: BatchRowPageDto })
  listRows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { limit, cursor, only }: RowsQuery,
  ): Promise<Page<BatchRow>> {
    const [after] = decodeCursor(cursor, ['number']) ?? [null];
    return this.lists.listRows(actor, id, only ?? null, limit, after);
  }

  /** Says what the columns are, for this file and the next with the same headings, and tries it again. Needs `If-Match`. */
  @Put(':id/columns')
  @ApiOkResponse({ type: BatchViewDto })
  async chooseColumns(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: ColumnsInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<BatchView> {
    await this.batches.chooseColumns(actor, id, input, seenVersion);
    return this.lists.get(actor, id);
  }

  /** Takes over what is new, bit by bit; rows with faults stay out. One file at a time: else 409. Needs `If-Match`. */
  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchViewDto })
  async confirm(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() seen: number): Promise<BatchView> {
    await this.batches.confirm(actor, id, seen);
    return this.lists.get(actor, id);
  }

  /** Stops taking over, and takes back what was taken over so far. */
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchViewDto })
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BatchView> {
    await this.batches.cancel(actor, id);
    return this.lists.get(actor, id);
  }

  /** Takes back all points of a file, but those people did something with. Needs `If-Match`. */
  @Post(':id/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchViewDto })
  async undo(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() seen: number): Promise<BatchView> {
    await this.batches.undo(actor, id, seen);
    return this.lists.get(actor, id);
  }

  /** Forgets a file nobody decided about. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.batches.discard(actor, id);
  }
}
