import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { AskView } from '@kernagenda/matching/domain';
import { Access, CurrentActor, IdParam } from '@kernagenda/shared/api';
import { AcceptAskDto, AcceptByLinkDto, AskDto, DeclineAskDto, DeclineByLinkDto, LinkDto } from './introductions.dto';
import { IntroductionsService } from './introductions.service';

@ApiTags('match board')
@Access('person')
@Controller('match-asks')
export class AsksController {
  constructor(private readonly introductions: IntroductionsService) {}

  /** What a village is asked; 404 for who neither sees the flag nor answers for the village. */
  @Get(':id')
  @ApiOkResponse({ type: AskDto })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<AskView> {
    return this.introductions.getAsk(actor, id);
  }

  /** Yes: its group says so, who wrote a point where there is no group, or the broker where there is neither. */
  @Post(':id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: AskDto })
  accept(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: AcceptAskDto): Promise<AskView> {
    return this.introductions.answer(actor, id, { action: 'accept', ...input });
  }

  /** No, with a reason; with fewer than two villages left the flag is declined. 409 says who was first. */
  @Post(':id/decline')
  @HttpCode(200)
  @ApiOkResponse({ type: AskDto })
  decline(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: DeclineAskDto): Promise<AskView> {
    return this.introductions.answer(actor, id, { action: 'decline', ...input });
  }
}

/** For who reads a mail and is not signed in: the signed link says who is asked what. */
@ApiTags('match board')
@Access('visitor')
@Controller('ask-links')
export class AskLinksController {
  constructor(private readonly introductions: IntroductionsService) {}

  /** What the link asks; changes nothing. 400 `invalid_code` for every link that does not work. */
  @Get()
  @ApiOkResponse({ type: AskDto })
  get(@Query() { token }: LinkDto): Promise<AskView> {
    return this.introductions.getByLink(token);
  }

  /** Yes, once. */
  @Post('accept')
  @HttpCode(200)
  @ApiOkResponse({ type: AskDto })
  accept(@Body() { token, ...input }: AcceptByLinkDto): Promise<AskView> {
    return this.introductions.answerByLink(token, { action: 'accept', ...input });
  }

  /** No with a reason, once. */
  @Post('decline')
  @HttpCode(200)
  @ApiOkResponse({ type: AskDto })
  decline(@Body() { token, ...input }: DeclineByLinkDto): Promise<AskView> {
    return this.introductions.answerByLink(token, { action: 'decline', ...input });
  }
}
