import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { Access, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import { MatchFlagDto } from './flags.dto';
import { IntroductionsService } from './introductions.service';

@ApiTags('match board')
@Access('role:broker')
@Controller('match-flags/:id')
export class IntroductionsController {
  constructor(private readonly introductions: IntroductionsService) {}

  /** Asks every village of the flag whether it wants to do this together; they hear of it after ten seconds. */
  @Post('introduce')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  introduce(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<MatchFlagView> {
    return this.introductions.introduce(actor, id, seen);
  }

  /** Takes the own introduction back within ten seconds, unless somebody answered; 409 `undo_window_closed` later. */
  @Post('undo-introduction')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  undo(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<MatchFlagView> {
    return this.introductions.undo(actor, id, seen);
  }

  /** Goes on with those who said yes, two at least; who did not answer drops out. */
  @Post('proceed')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchFlagDto })
  proceed(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<MatchFlagView> {
    return this.introductions.proceed(actor, id, seen);
  }
}
