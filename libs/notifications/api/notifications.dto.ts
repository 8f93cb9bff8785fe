import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { mailChoices, notificationReasons, stoppables } from '@kernagenda/notifications/domain';
import type {
  FollowView,
  FollowedView,
  MailChoice,
  MailChoiceInput,
  NotificationKind,
  NotificationReason,
  NotificationView,
  StopInput,
  StopView,
  Stoppable,
  UnreadView,
} from '@kernagenda/notifications/domain';
import { VillageRefDto } from '@kernagenda/villages/api';

const instant = { type: String, format: 'date-time' } as const;
const id = { type: String, format: 'uuid', nullable: true } as const;

class NotificationDto implements NotificationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, description: 'What happened: an action on a proposal or point, or something said' })
  readonly kind: NotificationKind;

  @ApiProperty({ enum: notificationReasons, description: 'Why this person is told' })
  readonly reason: NotificationReason;

  @ApiProperty({
    ...id,
    description: 'Of a point; what it is about is one of these four, or the agenda of the village',
  })
  readonly proposalId: string | null;

  @ApiProperty({ ...id, description: 'Of a thread' })
  readonly threadId: string | null;

  @ApiProperty({ ...id, description: 'Of a match flag' })
  readonly flagId: string | null;

  @ApiProperty({ ...id, description: 'Of a collaboration' })
  readonly collaborationId: string | null;

  @ApiProperty({ ...id, description: 'What was asked of the village' })
  readonly askId: string | null;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto, nullable: true, description: 'Null for a message and for a flag as a whole' })
  readonly village: VillageRefDto | null;

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty()
  readonly isRead: boolean;
}

export class NotificationPageDto {
  @ApiProperty({ type: [NotificationDto] })
  readonly items: readonly NotificationDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class UnreadDto implements UnreadView {
  @ApiProperty({ type: 'integer', description: 'Counted up to 100' })
  readonly unread: number;
}

export class FollowDto implements FollowView {
  @ApiProperty()
  readonly isFollowing: boolean;

  @ApiProperty({ enum: notificationReasons, nullable: true })
  readonly reason: NotificationReason | null;
}

class FollowedDto implements FollowedView {
  @ApiProperty({ enum: ['point', 'village'] })
  readonly what: 'point' | 'village';

  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: notificationReasons })
  readonly reason: NotificationReason;

  @ApiProperty(instant)
  readonly since: string;
}

export class FollowedPageDto {
  @ApiProperty({ type: [FollowedDto] })
  readonly items: readonly FollowedDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class MailChoiceDto implements MailChoiceInput {
  @ApiProperty({ enum: mailChoices, description: 'Mail at once, or only in the app' })
  @IsIn(mailChoices)
  readonly choice: MailChoice;
}

export class StopInputDto implements StopInput {
  @ApiProperty({ maxLength: 300, description: 'What the link in the mail carries' })
  @IsString()
  @MaxLength(300)
  readonly token: string;
}

export class StopDto implements StopView {
  @ApiProperty({ enum: stoppables })
  readonly what: Stoppable;
}
