import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { NewsPage } from '@kernagenda/news/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { NewsInputDto, NewsPageDto, NewsToldDto, VillageNewsInputDto } from './items.dto';
import { News } from './items.service';
import { VillageNewsQuery } from './letters.dto';

@ApiTags('news')
@Controller('village-news')
export class NewsController {
  constructor(private readonly news: News) {}

  /** Short news of a village and road works in it, the newest first. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: NewsPageDto })
  listVillageNews(
    @CurrentActor() actor: Actor | null,
    @Query() { village, limit, cursor }: VillageNewsQuery,
  ): Promise<NewsPage> {
    return this.news.list(actor, village, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Chair, secretary or broker tells something, at once; road works need days and a place. */
  @Post()
  @Access('role:secretary', 'role:broker')
  @ApiCreatedResponse({ type: NewsToldDto })
  tellVillageNews(
    @CurrentActor() actor: Actor,
    @Body() { village, ...input }: VillageNewsInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<{ readonly id: string }> {
    return this.news.tell(actor, village, input, call);
  }

  /** Says it otherwise; readers see that it was corrected. Needs `If-Match`. */
  @Put(':id')
  @HttpCode(204)
  @Access('role:secretary', 'role:broker')
  @ApiNoContentResponse()
  correctVillageNews(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: NewsInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<void> {
    return this.news.correct(actor, id, input, seenVersion);
  }

  /** Takes it off the site. Needs `If-Match`. */
  @Delete(':id')
  @HttpCode(204)
  @Access('role:secretary', 'role:broker')
  @ApiNoContentResponse()
  takeBackVillageNews(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seenVersion: number,
  ): Promise<void> {
    return this.news.takeBack(actor, id, seenVersion);
  }
}
