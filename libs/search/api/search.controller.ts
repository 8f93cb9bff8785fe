import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SearchAnswer } from '@kernagenda/search/domain';
import { Access, decodeCursor } from '@kernagenda/shared/api';
import { SearchAnswerDto, SearchQuery } from './search.dto';
import { SearchService } from './search.service';

@ApiTags('search')
@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /**
   * Public points with these words, and the villages and themes that may be meant. Inflections, compounds and typing
   * errors are understood; the last word also stands for the words that begin with it.
   */
  @Get('search')
  @Access('visitor')
  @ApiOkResponse({ type: SearchAnswerDto })
  find(@Query() { limit, cursor, ...filter }: SearchQuery): Promise<SearchAnswer> {
    return this.search.find(filter, limit, decodeCursor(cursor, ['text', 'number', 'instant', 'id']));
  }
}
