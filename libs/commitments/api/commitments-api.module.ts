import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
import { CommitmentListsController } from './commitment-lists.controller';
import { CommitmentLists } from './commitment-lists.service';
import { CommitmentsController } from './commitments.controller';
import { CommitmentsService } from './commitments.service';
import { Escalations } from './escalations.service';
import { MilestonesService } from './milestones.service';
import { PromiseWorkController } from './promise-work.controller';
import { PromiseWorkService } from './promise-work.service';
import { PromisesController } from './promises.controller';
import {
  Commitment,
  CommitmentEscalation,
  CommitmentStepRow,
  FeasibilityRow,
  MilestoneRow,
  OfficialAnswerRow,
  RefreshAsk,
  StatusUpdateRow,
  StoryRow,
} from './promises.entities';
import { PromisesService } from './promises.service';
import { RefreshTokens } from './refresh-tokens';
import { RefreshLinksController } from './refreshes.controller';
import { Refreshes } from './refreshes.service';
import { SaidController } from './said.controller';
import { SaidService } from './said.service';
import { StatusUpdates } from './status-updates';
import { UpdatePhotosController } from './update-photos.controller';
import { UpdatePhoto, UpdatePhotoFile } from './update-photos.entities';
import { UpdatePhotosService } from './update-photos.service';

@Module({
  imports: [
    IdentityApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      Commitment,
      CommitmentEscalation,
      CommitmentStepRow,
      FeasibilityRow,
      MilestoneRow,
      OfficialAnswerRow,
      RefreshAsk,
      StatusUpdateRow,
      StoryRow,
      UpdatePhoto,
      UpdatePhotoFile,
    ]),
  ],
  controllers: [
    CommitmentListsController,
    CommitmentsController,
    PromiseWorkController,
    PromisesController,
    RefreshLinksController,
    SaidController,
    UpdatePhotosController,
  ],
  providers: [
    CommitmentLists,
    CommitmentsService,
    Escalations,
    MilestonesService,
    PromiseWorkService,
    PromisesService,
    Refreshes,
    RefreshTokens,
    SaidService,
    StatusUpdates,
    UpdatePhotosService,
  ],
  exports: [CommitmentLists, RefreshTokens],
})
export class CommitmentsApiModule implements OnModuleInit {
  constructor(private readonly imports: ImportsService) {}

  /** Where people leave something at a point, which is then not taken back with the file it came from. */
  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from official_answer where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select proposal_id from commitment where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select proposal_id from status_update where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select proposal_id from milestone where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select proposal_id from feasibility where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select proposal_id from story where proposal_id = any($1::uuid[])');
  }
}
