import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { similarLimits } from '@kernagenda/matching/domain';
import { Access, ClientNetwork, IdParam, PageQuery, RateLimits } from '@kernagenda/shared/api';
import { MatchTopicPageDto, PointSimilarPageDto, SimilarAnswerDto, SimilarDto, SimilarPageDto } from './matching.dto';
import { MatchingService } from './matching.service';

@ApiTags('matching')
@Controller()
export class MatchingController {
  constructor(
    private readonly matching: MatchingService,
    private readonly rateLimits: RateLimits,
  ) {}

  /** What resembles a text while somebody types it, in the own village and elsewhere; nothing is stored. */
  @Access('visitor')
  @Post('matching/similar')
  @HttpCode(200)
  @ApiOkResponse({ type: SimilarAnswerDto })
  async findSimilar(@Body() input: SimilarDto, @ClientNetwork() network: string): Promise<SimilarAnswerDto> {
    this.rateLimits.take('matching.similar', network, { count: similarLimits.perMinute, seconds: 60 });
    return (await this.matching.findSimilar(input)) as SimilarAnswerDto;
  }

  /** The public points elsewhere that resemble this one, strongest first, at most twenty. */
  @Access('visitor')
  @Get('proposals/:id/similar')
  @ApiOkResponse({ type: SimilarPageDto })
  async listSimilar(@IdParam() id: string): Promise<SimilarPageDto> {
    return (await this.matching.listSimilar(id)) as SimilarPageDto;
  }

  /** For every point of a village what resembles it elsewhere. */
  @Access('visitor')
  @Get('villages/:slug/similar')
  @ApiOkResponse({ type: PointSimilarPageDto })
  async listVillageSimilar(@Param('slug') slug: string): Promise<PointSimilarPageDto> {
    return (await this.matching.listVillageSimilar(slug)) as PointSimilarPageDto;
  }

  /** Topics that at least two villages share, most villages first. */
  @Access('visitor')
  @Get('match-topics')
  @ApiOkResponse({ type: MatchTopicPageDto })
  async listTopics(@Query() { limit }: PageQuery): Promise<MatchTopicPageDto> {
    return (await this.matching.listTopics(limit)) as MatchTopicPageDto;
  }
}
