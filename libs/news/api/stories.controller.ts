import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Story } from '@kernagenda/news/domain';
import { Access, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { VillageRefDto } from '@kernagenda/villages/api';
import { Stories } from './stories.service';

class StoryDto implements Story {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly pointId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty()
  readonly before: string;

  @ApiProperty()
  readonly after: string;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly costCents: number | null;

  @ApiProperty()
  readonly partners: string;

  @ApiProperty()
  readonly thanks: string;

  @ApiProperty({ format: 'date-time' })
  readonly toldAt: string;
}

class StoriesDto {
  @ApiProperty({ type: [StoryDto] })
  readonly items: readonly StoryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

@ApiTags('news')
@Access('visitor')
@Controller('stories')
export class StoriesController {
  constructor(private readonly stories: Stories) {}

  /** Stories of what got done in all villages, told last first. */
  @Get()
  @ApiOkResponse({ type: StoriesDto })
  listStories(@Query() { limit, cursor }: PageQuery): Promise<Page<Story>> {
    return this.stories.list(limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** The same as an Atom feed. What is hidden is gone at once: who has a copy asks again every time. */
  @Get('feed')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  getStoriesFeed(): Promise<string> {
    return this.stories.feed();
  }
}
