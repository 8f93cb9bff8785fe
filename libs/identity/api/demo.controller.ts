import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { DemoMailView, DemoPersonView } from '@kernagenda/identity/domain';
import { DemoMailPageDto, DemoMailQuery, DemoPeoplePageDto, DemoSignInDto } from './identity.dto';
import { DemoService } from './demo.service';
import { SessionCookie } from './session-cookie';

@ApiTags('demo')
@Access('visitor')
@Controller('demo')
export class DemoController {
  constructor(
    private readonly demo: DemoService,
    private readonly cookie: SessionCookie,
  ) {}

  /** The people to try the demo as; 404 outside the demo. */
  @ApiOkResponse({ type: DemoPeoplePageDto })
  @Get('people')
  listPeople(): Promise<Page<DemoPersonView>> {
    return this.demo.listPeople();
  }

  /** Starts a session as one of the demo people; 404 outside the demo and for everybody else. */
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post('sign-in')
  async signIn(
    @Body() { personId }: DemoSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.cookie.replace(request, reply, await this.demo.signIn(personId));
  }

  /** Mail of the demo, newest first; 404 outside the demo. */
  @ApiOkResponse({ type: DemoMailPageDto })
  @Get('mail')
  listMail(@Query() query: DemoMailQuery): Promise<Page<DemoMailView>> {
    return this.demo.listMail(query);
  }
}
