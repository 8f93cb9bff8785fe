import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { renderSVG } from 'uqr';
import { Access, Settings } from '@kernagenda/shared/api';
import { AgendasService } from './agendas.service';
import { toCalendar } from './calendar';
import { toAtom } from './feed';
import type { PaperSource } from './feed';
import { nl } from './nl';

/** What is hidden is gone at once: who has a copy asks again every time. */
const freshly = 'no-cache';

/** What an agenda gives to programs of others, and to paper. */
@ApiTags('agendas')
@Access('visitor')
@Controller('agendas/:village')
export class AgendaPapersController {
  constructor(
    private readonly agendas: AgendasService,
    private readonly settings: Settings,
  ) {}

  /** News of the agenda as an Atom feed. */
  @Get('feed')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', freshly)
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getAgendaFeed(@Param('village') village: string): Promise<string> {
    return toAtom(await this.source(village));
  }

  /** The days of the agenda as iCalendar, to subscribe to. */
  @Get('calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="kernagenda.ics"')
  @Header('cache-control', freshly)
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getAgendaCalendar(@Param('village') village: string): Promise<string> {
    return toCalendar(await this.source(village));
  }

  /** The QR code of the poster: opens the page of the village. */
  @Get('poster')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getAgendaPoster(@Param('village') village: string): Promise<string> {
    const { url } = await this.agendas.find(null, village);
    return renderSVG(url, { ecc: 'M', border: 4 });
  }

  private async source(slug: string): Promise<PaperSource> {
    const { villages, versions } = await this.agendas.find(null, slug);
    const { points, at } = await this.agendas.getContent(slug);
    const { publicUrl } = this.settings;
    return { names: nl.and(villages.map(({ name }) => name)), publicUrl, slug, at: new Date(at), points, versions };
  }
}
