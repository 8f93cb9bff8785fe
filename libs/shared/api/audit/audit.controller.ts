import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AuditEntryView, Page } from '@kernagenda/shared/domain';
import { Access } from '../access/access.decorator';
import type { RequestActor } from '../access/actor-source';
import { CurrentActor } from '../access/current-actor.decorator';
import { decodeCursor } from '../http/cursors';
import { AuditPageDto, AuditQuery } from './audit.dto';
import { AuditReader } from './audit-reader';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly reader: AuditReader) {}

  /** What was done, newest first; that it was read, by whom and why, is an entry too. */
  @Access('role:admin')
  @Get()
  @ApiOkResponse({ type: AuditPageDto })
  listAudit(
    @Query() { reason, limit, cursor, ...filter }: AuditQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<AuditEntryView>> {
    return this.reader.list(actor.personId, reason, filter, limit, decodeCursor(cursor, ['number']));
  }
}
