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

  /** The folder of the agenda as tagged PDF on A4: 503 when no browser is at hand to print it, or too many ask. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async getAgendaFolder(
    @Param('village') village: string,
    @Query() { version }: FolderQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { fileName, ...printed } = await this.folders.make(village, version ?? null);
    return answerPrinted(request, reply, printed, fileName);
  }
}
