import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { BoardView, VisitView } from '@kernagenda/board/domain';
import { Access } from '@kernagenda/shared/api';
import { BoardViewDto, VisitViewDto } from './board.dto';
import { BoardService } from './board.service';

@ApiTags('board')
@Access('visitor')
@Controller('board')
export class BoardController {
  constructor(private readonly board: BoardService) {}

  /** How the municipality stands: promised and kept, moving and still, who is not heard, what buying together won. */
  @Get()
  @ApiOkResponse({ type: BoardViewDto })
  find(): Promise<BoardView> {
    return this.board.find();
  }

  /** What somebody has to know who visits a village. */
  @Get('visits/:village')
  @ApiOkResponse({ type: VisitViewDto })
  findVisit(@Param('village') village: string): Promise<VisitView> {
    return this.board.findVisit(village);
  }
}
