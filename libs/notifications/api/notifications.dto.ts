import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsNumber, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { circleLimits, mailChoices, notificationReasons, stoppables } from '@kernagenda/notifications/domain';
import type {
  CircleInput,
  FollowView,
  FollowedView,
  MailChoice,
  MailChoiceInput,
  MailChoiceView,
  NotificationKind,
  NotificationReason,
  NotificationView,
  StopInput,
  StopView,
  Stoppable,
  UnreadView,
} from '@kernagenda/notifications/domain';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
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
    description: 'Of a point; what it is about is one of these five, or the agenda of the village',
  })
  readonly proposalId: string | null;

  @ApiProperty({ ...id, description: 'Of a thread' })
  readonly threadId: string | null;

  @ApiProperty({ ...id, description: 'Of a match flag' })
  readonly flagId: string | null;

  @ApiProperty({ ...id, description: 'Of a collaboration' })
  readonly collaborationId: string | null;

  @ApiProperty({ ...id, description: 'Of a status letter, news or an event, by its kind' })
  readonly announcementId: string | null;

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

const kindsFollowed = ['point', 'village', 'theme', 'circle'] as const;

class FollowedDto implements FollowedView {
  @ApiProperty({ enum: kindsFollowed })
  readonly what: (typeof kindsFollowed)[number];

  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Of a circle the village it is around, or empty; empty for a theme' })
  readonly title: string;

  @ApiProperty({ type: VillageRefDto, nullable: true, description: 'Of a point or village' })
  readonly village: VillageRefDto | null;

  @ApiProperty({ enum: themes, nullable: true })
  readonly theme: Theme | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of a circle, in metres' })
  readonly radius: number | null;

  @ApiProperty({ type: [String], nullable: true, description: 'Names of the villages a circle reaches' })
  readonly reaches: readonly string[] | null;

  @ApiProperty({ enum: notificationReasons })
  readonly reason: NotificationReason;

  @ApiProperty(instant)
  readonly since: string;
}

export class ThemeParamDto {
  @ApiProperty({ enum: themes })
  @IsIn(themes)
  readonly theme: Theme;
}

const { radius } = circleLimits;

export class CircleDto implements CircleInput {
  @ApiProperty({ type: 'integer', minimum: radius.min, maximum: radius.max, description: 'Metres' })
  @IsInt()
  @Min(radius.min)
  @Max(radius.max)
  readonly radius: number;

  @ApiProperty({ ...id, description: 'The village it is around; null for a place of one’s own' })
  @ValidateIf(({ villageId }: CircleInput) => villageId !== null)
  @IsUUID()
  readonly villageId: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: -180,
    maximum: 180,
    description: 'Degrees east; null with a village',
  })
  @ValidateIf(({ villageId }: CircleInput) => villageId === null)
  @IsNumber()
  @Min(-180)
  @Max(180)
  readonly longitude: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: -90,
    maximum: 90,
    description: 'Degrees north; null with a village',
  })
  @ValidateIf(({ villageId }: CircleInput) => villageId === null)
  @IsNumber()
  @Min(-90)
  @Max(90)
  readonly latitude: number | null;
}

export class FollowedPageDto {
  @ApiProperty({ type: [FollowedDto] })
  readonly items: readonly FollowedDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class MailChoiceDto implements MailChoiceInput {
  @ApiProperty({
    enum: mailChoices,
    description: 'Mail at once, together in one mail every so often, or only in the app',
  })
  @IsIn(mailChoices)
  readonly choice: MailChoice;
}

export class MailChoiceViewDto extends MailChoiceDto implements MailChoiceView {
  @ApiProperty({ ...instant, nullable: true, description: 'Since when no mail goes out because it came back' })
  readonly pausedAt: string | null;
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
