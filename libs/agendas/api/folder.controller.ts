import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, answerPrinted } from '@kernagenda/shared/api';
import { FolderQuery } from './agendas.dto';
import { Folders } from './folders.service';

@ApiTags('agendas')
@Controller('agendas/:village/folder.pdf')
export class FolderController {
  constructor(private readonly folders: Folders) {}

  /**
   * The folder of the agenda as tagged PDF on A4: 503 when no browser is at hand to print it, or too many ask. Who reads
   * pages (`Accept: text/html`) is led with a 303 to the page of the folder instead, which can be printed there.
   */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async getAgendaFolder(
    @Param('village') village: string,
    @Query() { version }: FolderQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return answerPrinted(request, reply, this.folders.make(village, version ?? null), pageOf(village, version));
  }
}

const pageOf = (village: string, version: number | undefined): string =>
  `/kernen/${encodeURIComponent(village)}/agenda/folder${version === undefined ? '' : `?versie=${version}`}`;
