import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { CommitmentsController } from './commitments.controller';
import { CommitmentsService } from './commitments.service';
import { MilestonesService } from './milestones.service';
import { PromisesController } from './promises.controller';
import {
  Commitment,
  CommitmentEscalation,
  CommitmentStepRow,
  MilestoneRow,
  OfficialAnswerRow,
  RefreshAsk,
  StatusUpdateRow,
} from './promises.entities';
import { PromisesService } from './promises.service';
import { StatusUpdates } from './status-updates';
import { UpdatePhotosController } from './update-photos.controller';
import { UpdatePhoto, UpdatePhotoFile } from './update-photos.entities';
import { UpdatePhotosService } from './update-photos.service';

@Module({
  imports: [
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      Commitment,
      CommitmentEscalation,
      CommitmentStepRow,
      MilestoneRow,
      OfficialAnswerRow,
      RefreshAsk,
      StatusUpdateRow,
      UpdatePhoto,
      UpdatePhotoFile,
    ]),
  ],
  controllers: [PromisesController, CommitmentsController, UpdatePhotosController],
  providers: [CommitmentsService, MilestonesService, PromisesService, StatusUpdates, UpdatePhotosService],
  exports: [CommitmentsService, MilestonesService, PromisesService, UpdatePhotosService],
})
export class CommitmentsApiModule {}
