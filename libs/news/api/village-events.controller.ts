import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { EventView, EventsPage } from '@kernagenda/news/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, Settings, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { toCalendar } from './event-calendar';
import { VillageNewsQuery } from './letters.dto';
import {
  EventDto,
  EventInputDto,
  EventsPageDto,
  OutcomeEnteredDto,
  OutcomeInputDto,
  VillageEventInputDto,
} from './village-events.dto';
import { EventsReader } from './village-events.reader';
import { VillageEvents } from './village-events.service';

@ApiTags('news')
@Controller('village-events')
export class VillageEventsController {
  constructor(
    private readonly events: VillageEvents,
    private readonly reader: EventsReader,
    private readonly settings: Settings,
  ) {}

  /** The events of a village, the last day first. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: EventsPageDto })
  listVillageEvents(
    @CurrentActor() actor: Actor | null,
    @Query() { village, limit, cursor }: VillageNewsQuery,
  ): Promise<EventsPage> {
    return this.reader.list(actor, village, limit, decodeCursor(cursor, ['text', 'id']));
  }

  /** One event: when, where, how many come and may come, and what came of it. */
  @Get(':id')
  @Access('visitor')
  @ApiOkResponse({ type: EventDto })
  getVillageEvent(@CurrentActor() actor: Actor | null, @IdParam() id: string): Promise<EventView> {
    return this.reader.get(actor, id);
  }

  /** It as iCalendar, to put in a calendar. */
  @Get(':id/event.ics')
  @Access('visitor')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kernagenda.ics"')
  @Header('cache-control', 'no-cache')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getVillageEventCalendar(@IdParam() id: string): Promise<string> {
    return toCalendar(await this.reader.get(null, id), this.settings.publicUrl);
  }

  /** Chair, secretary or broker announces one. */
  @Post()
  @Access('role:secretary', 'role:broker')
  @ApiCreatedResponse({ type: EventDto })
  async holdVillageEvent(
    @CurrentActor() actor: Actor,
    @Body() { village, ...input }: VillageEventInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<EventView> {
    return this.reader.get(actor, await this.events.hold(actor, village, input, call));
  }

  /** Says it otherwise before it begins; who signed up is told of another day, time or place. Needs `If-Match`. */
  @Put(':id')
  @Access('role:secretary', 'role:broker')
  @ApiOkResponse({ type: EventDto })
  async editVillageEvent(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: EventInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<EventView> {
    await this.events.edit(actor, id, input, seenVersion);
    return this.reader.get(actor, id);
  }

  /** It does not go on; who signed up is told. Needs `If-Match`. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Access('role:secretary', 'role:broker')
  @ApiOkResponse({ type: EventDto })
  async cancelVillageEvent(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seenVersion: number,
  ): Promise<EventView> {
    await this.events.cancel(actor, id, seenVersion);
    return this.reader.get(actor, id);
  }

  /** Comes; 409 `wrong_state` once it began, and when it is full. */
  @Put(':id/sign-up')
  @Access('person')
  @ApiOkResponse({ type: EventDto })
  async signUpForVillageEvent(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EventView> {
    await this.events.signUp(actor, id);
    return this.reader.get(actor, id);
  }

  /** Does not come after all. */
  @Delete(':id/sign-up')
  @Access('person')
  @ApiOkResponse({ type: EventDto })
  async signOffFromVillageEvent(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EventView> {
    await this.events.signOff(actor, id);
    return this.reader.get(actor, id);
  }

  /** Who runs it writes down what came of it, as a point with an owner that somebody else reads before it is placed. */
  @Post(':id/outcomes')
  @Access('role:secretary', 'role:broker')
  @ApiCreatedResponse({ type: OutcomeEnteredDto })
  enterEventOutcome(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: OutcomeInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<{ readonly id: string }> {
    return this.events.enterOutcome(actor, id, input, call);
  }
}
