import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, ClientNetwork, CurrentActor } from '@kernagenda/shared/api';
import type { Actor, MeView } from '@kernagenda/identity/domain';
import { MeDto, RequestCodeDto, SignInDto, UpdateMeDto } from './identity.dto';
import { MeService } from './me.service';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import { SignInService } from './sign-in.service';

@ApiTags('identity')
@Controller()
export class IdentityController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly me: MeService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Mails a code of six digits; the same answer for every address. 429 after five of one network in a quarter of an hour. */
  @Access('visitor')
  @ApiAcceptedResponse()
  @HttpCode(202)
  @Post('sign-in/code')
  async requestCode(@Body() input: RequestCodeDto, @ClientNetwork() network: string): Promise<void> {
    await this.signIns.requestCode(input, network);
  }

  /** Starts a session with the code from the mail; 400 `invalid_code` for every code that does not work. */
  @Access('visitor')
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post('sign-in')
  async signIn(
    @Body() input: SignInDto,
    @ClientNetwork() network: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.cookie.replace(request, reply, await this.signIns.signIn(input, network));
  }

  /** Ends the session of this browser. */
  @Access('visitor')
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.cookie.remove(request, reply);
  }

  /** Ends every session of this person. */
  @Access('person')
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post('sign-out-everywhere')
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(actor.personId);
    await this.cookie.remove(request, reply);
  }

  /** Who asks, with the roles of this moment; `person` is null for a visitor. */
  @Access('visitor')
  @ApiOkResponse({ type: MeDto })
  @Get('me')
  getMe(@CurrentActor() actor: Actor | null): Promise<MeView> {
    return this.me.getMe(actor);
  }

  /** Changes the own name or home village; 409 `home_village_fixed` within 90 days, `home_village_of_staff` for staff. */
  @Access('person')
  @ApiOkResponse({ type: MeDto })
  @Patch('me')
  updateMe(@CurrentActor() actor: Actor, @Body() input: UpdateMeDto): Promise<MeView> {
    return this.me.updateMe(actor, input);
  }
}
