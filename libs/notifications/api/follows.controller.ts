import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { FollowView, FollowedView, MailChoiceView } from '@kernagenda/notifications/domain';
import { Access, CurrentActor, IdParam, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { CirclesService } from './circles.service';
import { FollowsService } from './follows.service';
import { MailPauses } from './mail-pauses.service';
import {
  CircleDto,
  FollowDto,
  FollowedPageDto,
  MailChoiceDto,
  MailChoiceViewDto,
  ThemeParamDto,
} from './notifications.dto';

@ApiTags('notifications')
@Access('person')
@Controller()
export class FollowsController {
  constructor(
    private readonly follows: FollowsService,
    private readonly circles: CirclesService,
    private readonly pauses: MailPauses,
  ) {}

  /** Everything this person follows and why, newest first. */
  @Get('me/follows')
  @ApiOkResponse({ type: FollowedPageDto })
  list(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<FollowedView>> {
    return this.follows.list(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Whether and how often this person gets mail, or only sees it in the app. */
  @Get('me/mail-choice')
  @ApiOkResponse({ type: MailChoiceViewDto })
  getMailChoice(@CurrentActor() actor: Actor): Promise<MailChoiceView> {
    return this.follows.getMailChoice(actor);
  }

  @Put('me/mail-choice')
  @HttpCode(204)
  @ApiNoContentResponse()
  chooseMail(@CurrentActor() { personId }: Actor, @Body() { choice }: MailChoiceDto): Promise<void> {
    return this.follows.chooseMail(personId, choice);
  }

  /** Sends mail again to who it came back from. */
  @Delete('me/mail-pause')
  @HttpCode(204)
  @ApiNoContentResponse()
  resumeMail(@CurrentActor() actor: Actor): Promise<void> {
    return this.pauses.resume(actor);
  }

  /** Follows a theme, in all villages. */
  @Put('me/follows/themes/:theme')
  @HttpCode(204)
  @ApiNoContentResponse()
  followTheme(@CurrentActor() actor: Actor, @Param() { theme }: ThemeParamDto): Promise<void> {
    return this.follows.followTheme(actor, theme);
  }

  @Delete('me/follows/themes/:theme')
  @HttpCode(204)
  @ApiNoContentResponse()
  unfollowTheme(@CurrentActor() actor: Actor, @Param() { theme }: ThemeParamDto): Promise<void> {
    return this.follows.unfollowTheme(actor, theme);
  }

  /** Follows what happens in a circle of at most three kilometres; each person has one, the last that was drawn. */
  @Put('me/follows/circle')
  @HttpCode(204)
  @ApiNoContentResponse()
  drawCircle(@CurrentActor() actor: Actor, @Body() circle: CircleDto): Promise<void> {
    return this.circles.draw(actor, circle);
  }

  @Delete('me/follows/circle')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeCircle(@CurrentActor() actor: Actor): Promise<void> {
    return this.circles.remove(actor);
  }

  /** Whether this person follows a point, and why. */
  @Get('proposals/:id/follow')
  @ApiOkResponse({ type: FollowDto })
  findPoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FollowView> {
    return this.follows.findPoint(actor, id);
  }

  @Put('proposals/:id/follow')
  @HttpCode(204)
  @ApiNoContentResponse()
  followPoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.follows.followPoint(actor, id);
  }

  /** Stops, also for who wrote or supports it. */
  @Delete('proposals/:id/follow')
  @HttpCode(204)
  @ApiNoContentResponse()
  unfollowPoint(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.follows.unfollowPoint(actor, id);
  }

  /** Whether this person follows a village. */
  @Get('villages/:slug/follow')
  @ApiOkResponse({ type: FollowDto })
  findVillage(@CurrentActor() actor: Actor, @Param('slug') slug: string): Promise<FollowView> {
    return this.follows.findVillage(actor, slug);
  }

  @Put('villages/:slug/follow')
  @HttpCode(204)
  @ApiNoContentResponse()
  followVillage(@CurrentActor() actor: Actor, @Param('slug') slug: string): Promise<void> {
    return this.follows.followVillage(actor, slug);
  }

  @Delete('villages/:slug/follow')
  @HttpCode(204)
  @ApiNoContentResponse()
  unfollowVillage(@CurrentActor() actor: Actor, @Param('slug') slug: string): Promise<void> {
    return this.follows.unfollowVillage(actor, slug);
  }
}
