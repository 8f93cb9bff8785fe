import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { NotificationView, UnreadView } from '@kernagenda/notifications/domain';
import { Access, CurrentActor, IdParam, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { NotificationPageDto, UnreadDto } from './notifications.dto';
import { NotificationsService } from './notifications.service';

@ApiTags('notifications')
@Access('person')
@Controller('me/notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** What this person was told, newest first. */
  @Get()
  @ApiOkResponse({ type: NotificationPageDto })
  list(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<NotificationView>> {
    return this.notifications.list(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** How many of them are unread. */
  @Get('unread')
  @ApiOkResponse({ type: UnreadDto })
  countUnread(@CurrentActor() actor: Actor): Promise<UnreadView> {
    return this.notifications.countUnread(actor);
  }

  /** Marks all as read. */
  @Post('read')
  @HttpCode(204)
  @ApiNoContentResponse()
  markAllRead(@CurrentActor() actor: Actor): Promise<void> {
    return this.notifications.markRead(actor, null);
  }

  /** Marks one as read. */
  @Post(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  markRead(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.notifications.markRead(actor, id);
  }
}
