import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderSVG } from 'uqr';
import { Access, IdParam, PagePrinter, answerPrinted } from '@kernagenda/shared/api';
import { RoundLists } from './round-lists.service';

const asPdf = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } };

/** What of a round goes on paper. */
@ApiTags('intake')
@Access('visitor')
@Controller('intake-rounds/:id')
export class RoundPapersController {
  constructor(
    private readonly lists: RoundLists,
    private readonly printer: PagePrinter,
  ) {}

  /** The QR code of poster and postcard: opens the page of the round. */
  @Get('code')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getRoundCode(@IdParam() id: string): Promise<string> {
    const { url } = await this.lists.get(null, id);
    return renderSVG(url, { ecc: 'M', border: 2 });
  }

  /** The poster as tagged PDF on A3: 503 when nothing can be printed; who reads pages is led to its page instead. */
  @Get('poster.pdf')
  @ApiOkResponse(asPdf)
  getRoundPoster(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.print(id, 'poster', request, reply);
  }

  /** Four postcards on A4, the fronts on one side and the backs on the other; answers as the poster. */
  @Get('cards.pdf')
  @ApiOkResponse(asPdf)
  getRoundCards(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.print(id, 'kaarten', request, reply);
  }

  private async print(
    id: string,
    paper: 'poster' | 'kaarten',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { villages } = await this.lists.get(null, id);
    const page = `/ophaalrondes/${id}/${paper}`;
    const fileName = `ophaalronde-${villages.map(({ slug }) => slug).join('-')}-${paper}.pdf`;
    const making = this.printer.print(page).then((printed) => ({ ...printed, fileName }));
    return answerPrinted(request, reply, making, page);
  }
}
