import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CommitmentSummary, FiguresView } from '@kernagenda/commitments/domain';
import { Access, decodeCursor } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { CommitmentLists } from './commitment-lists.service';
import { CommitmentPageDto, FiguresViewDto } from './promises.answers.dto';
import { CommitmentsQuery, FiguresQuery } from './promises.dto';

@ApiTags('commitments')
@Access('visitor')
@Controller('commitments')
export class CommitmentListsController {
  constructor(private readonly lists: CommitmentLists) {}

  /** What was promised on points everyone may read, by due day. */
  @Get()
  @ApiOkResponse({ type: CommitmentPageDto })
  list(@Query() { limit, cursor, ...filter }: CommitmentsQuery): Promise<Page<CommitmentSummary>> {
    return this.lists.list(filter, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** How many promises were kept in time, kept late, are late, and run; per village and theme. */
  @Get('figures')
  @ApiOkResponse({ type: FiguresViewDto })
  countFigures(@Query() filter: FiguresQuery): Promise<FiguresView> {
    return this.lists.countFigures(filter);
  }
}
