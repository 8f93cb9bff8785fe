import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { StopView } from '@kernagenda/notifications/domain';
import { Access, FromAnySite } from '@kernagenda/shared/api';
import { MailStopsService } from './mail-stops.service';
import { StopDto, StopInputDto } from './notifications.dto';

/** For who reads a mail and is not signed in: the signed link says who and what. Reading an address changes nothing. */
@ApiTags('notifications')
@Access('visitor')
@Controller('mail-stops')
export class MailStopsController {
  constructor(private readonly stops: MailStopsService) {}

  /** Stops what the link is for; 400 `invalid_code` for every link that does not work. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: StopDto })
  stop(@Body() { token }: StopInputDto): Promise<StopView> {
    return this.stops.stop(token);
  }

  /** Starts it again, with the same link. */
  @Post('undo')
  @HttpCode(200)
  @ApiOkResponse({ type: StopDto })
  undo(@Body() { token }: StopInputDto): Promise<StopView> {
    return this.stops.undo(token);
  }

  /** What the button of a mail program calls (RFC 8058), from whatever site it runs on. */
  @FromAnySite()
  @Post('one-click')
  @HttpCode(200)
  @ApiOkResponse({ type: StopDto })
  oneClick(@Query() { token }: StopInputDto): Promise<StopView> {
    return this.stops.stop(token);
  }
}
