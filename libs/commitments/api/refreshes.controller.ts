import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { RefreshLinkView } from '@kernagenda/commitments/domain';
import { Access } from '@kernagenda/shared/api';
import { RefreshLinkViewDto } from './promises.answers.dto';
import { RefreshLinkDto } from './promises.dto';
import { Refreshes } from './refreshes.service';

/** For who reads a mail and is not signed in: the signed link says who is asked about what. */
@ApiTags('commitments')
@Access('visitor')
@Controller('refresh-links')
export class RefreshLinksController {
  constructor(private readonly refreshes: Refreshes) {}

  /** What the link asks; changes nothing. 400 `invalid_code` for every link that does not work. */
  @Get()
  @ApiOkResponse({ type: RefreshLinkViewDto })
  get(@Query() { token }: RefreshLinkDto): Promise<RefreshLinkView> {
    return this.refreshes.getByLink(token);
  }

  /** The status still is right; once. 409 when there was news since. */
  @Post('confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RefreshLinkViewDto })
  confirm(@Body() { token }: RefreshLinkDto): Promise<RefreshLinkView> {
    return this.refreshes.confirmByLink(token);
  }
}
