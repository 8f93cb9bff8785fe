import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, answerPrinted } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
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
    const folder = await this.folders.make(village, version ?? null).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'unavailable' && readsPages(request)) return null;
      throw error;
    });
    if (!folder) {
      void reply.status(303).header('cache-control', 'no-store').header('location', pageOf(village, version));
      return undefined;
    }
    return answerPrinted(request, reply, folder, folder.fileName);
  }
}

/** Browsers name pages where a person follows a link; programs ask for anything, or for what they take. */
const readsPages = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

/** The page of the folder, which says that there is no PDF now. */
const pageOf = (village: string, version: number | undefined): string =>
  `/kernen/${encodeURIComponent(village)}/agenda/folder?${version === undefined ? '' : `versie=${version}&`}melding=geen-pdf`;
