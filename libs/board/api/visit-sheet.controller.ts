import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, PagePrinter, answerPrinted } from '@kernagenda/shared/api';
import { VillagesService } from '@kernagenda/villages/api';

@ApiTags('board')
@Controller('board/visits/:village/sheet.pdf')
export class VisitSheetController {
  constructor(
    private readonly villages: VillagesService,
    private readonly printer: PagePrinter,
  ) {}

  /**
   * The sheet for a visit as tagged PDF on A4: 503 when no browser is at hand to print it, or too many ask. Who reads pages
   * (`Accept: text/html`) is led with a 303 to its page instead, which can be printed there.
   */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async getVisitSheet(
    @Param('village') village: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { slug } = await this.villages.getVillage(village);
    const page = `/bord/bezoek/${slug}`;
    const making = this.printer.print(page).then((printed) => ({ ...printed, fileName: `bezoek-${slug}.pdf` }));
    return answerPrinted(request, reply, making, page);
  }
}
