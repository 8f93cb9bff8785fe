import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Realtime } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { AgendaController } from './agenda.controller';
import { AgendaMove } from './agenda-moves.entities';
import { AgendaMoves } from './agenda-moves.service';
import { AgendaService } from './agenda.service';
import { DraftsService } from './drafts.service';
import { FollowingMoves } from './following-moves';
import { ImportsService } from './imports.service';
import { PhotosController } from './photos.controller';
import { ProposalPhoto, ProposalPhotoFile } from './photos.entities';
import { PhotoIntake } from './photos.intake';
import { PhotosService } from './photos.service';
import { ProposalsController } from './proposals.controller';
import { Proposal, ProposalAlsoVillage, ProposalVersion, Support } from './proposals.entities';
import { ProposalsLifecycle } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';
import { ProposalsService } from './proposals.service';
import { SupportsService } from './supports.service';
import { VersionsController } from './versions.controller';
import { VersionsService } from './versions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AgendaMove,
      Proposal,
      ProposalAlsoVillage,
      ProposalPhoto,
      ProposalPhotoFile,
      ProposalVersion,
      Support,
    ]),
  ],
  controllers: [ProposalsController, AgendaController, PhotosController, VersionsController],
  providers: [
    AgendaMoves,
    AgendaService,
    DraftsService,
    FollowingMoves,
    ImportsService,
    PhotoIntake,
    PhotosService,
    ProposalsLifecycle,
    ProposalsLive,
    ProposalsService,
    SupportsService,
    VersionsService,
  ],
  exports: [
    AgendaMoves,
    DraftsService,
    FollowingMoves,
    ImportsService,
    PhotoIntake,
    PhotosService,
    ProposalsLifecycle,
    ProposalsLive,
    ProposalsService,
    SupportsService,
    VersionsService,
  ],
})
export class ProposalsApiModule implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly proposals: ProposalsService,
  ) {}

  onModuleInit(): void {
    this.realtime.allow('proposal', async (actor: Actor | null, id) => {
      return (await this.proposals.findFacts(id, actor)) !== null;
    });
  }
}
