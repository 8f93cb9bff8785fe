import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { newsActions, newsKinds, newsLimits, newsVoices } from '@kernagenda/news/domain';
import type { NewsAction, NewsInput, NewsItem, NewsKind, NewsPage, NewsVoice } from '@kernagenda/news/domain';
import { OneLine, Trimmed } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

const { title, text, place } = newsLimits;
const day = /^\d{4}-\d{2}-\d{2}$/;
const maybeDay = { type: String, format: 'date', nullable: true } as const;
const maybeInstant = { type: String, format: 'date-time', nullable: true } as const;

export class NewsInputDto implements NewsInput {
  @ApiProperty({ enum: newsKinds })
  @IsIn(newsKinds)
  readonly kind: NewsKind;

  @ApiProperty({ minLength: title.min, maxLength: title.max })
  @OneLine()
  @IsString()
  @Length(title.min, title.max)
  readonly title: string;

  @ApiProperty({ minLength: text.min, maxLength: text.max })
  @Trimmed()
  @IsString()
  @Length(text.min, text.max)
  readonly text: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  readonly pointId: string | null;

  @ApiProperty({ ...maybeDay, description: 'Of road works' })
  @IsOptional()
  @IsString()
  @Matches(day)
  readonly startsOn: string | null;

  @ApiProperty({ ...maybeDay, description: 'Of road works, included' })
  @IsOptional()
  @IsString()
  @Matches(day)
  readonly endsOn: string | null;

  @ApiProperty({ maxLength: place.max, description: 'Of road works; empty for news' })
  @OneLine()
  @IsString()
  @MaxLength(place.max)
  readonly place: string;
}

export class VillageNewsInputDto extends NewsInputDto {
  @ApiProperty({ description: 'Slug' })
  @Matches(/^[a-z0-9-]{1,60}$/)
  readonly village: string;
}

class NewsPointDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

class NewsItemDto implements NewsItem {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: newsKinds })
  readonly kind: NewsKind;

  @ApiProperty()
  readonly title: string;

  @ApiProperty()
  readonly text: string;

  @ApiProperty({ type: NewsPointDto, nullable: true })
  readonly point: NewsPointDto | null;

  @ApiProperty(maybeDay)
  readonly startsOn: string | null;

  @ApiProperty(maybeDay)
  readonly endsOn: string | null;

  @ApiProperty()
  readonly place: string;

  @ApiProperty({ enum: newsVoices })
  readonly by: NewsVoice;

  @ApiProperty({ format: 'date-time' })
  readonly toldAt: string;

  @ApiProperty(maybeInstant)
  readonly correctedAt: string | null;

  @ApiProperty({ enum: Object.keys(newsActions), isArray: true })
  readonly allowedActions: readonly NewsAction[];

  @ApiProperty({ type: 'integer', description: 'The number for If-Match' })
  readonly version: number;
}

export class NewsPageDto implements NewsPage {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: [NewsItemDto] })
  readonly items: readonly NewsItemDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;

  @ApiProperty()
  readonly mayTell: boolean;
}

export class NewsToldDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}
