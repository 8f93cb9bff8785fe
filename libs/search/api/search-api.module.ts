import { Module } from '@nestjs/common';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { SearchController } from './search.controller';
import { SearchIndex } from './search-index.service';
import { SearchService } from './search.service';

@Module({
  imports: [ProposalsApiModule],
  controllers: [SearchController],
  providers: [SearchIndex, SearchService],
})
export class SearchApiModule {}
