import { Module } from '@nestjs/common';
import { CommitmentsApiModule } from '@kernagenda/commitments/api';
import { ProcurementApiModule } from '@kernagenda/procurement/api';
import { VillagesApiModule } from '@kernagenda/villages/api';
import { BoardController } from './board.controller';
import { BoardService } from './board.service';
import { VisitSheetController } from './visit-sheet.controller';

@Module({
  imports: [CommitmentsApiModule, ProcurementApiModule, VillagesApiModule],
  controllers: [BoardController, VisitSheetController],
  providers: [BoardService],
})
export class BoardApiModule {}
