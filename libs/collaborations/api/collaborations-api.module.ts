import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConversationsApiModule } from '@kernagenda/conversations/api';
import { MatchingApiModule } from '@kernagenda/matching/api';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
import { Realtime } from '@kernagenda/shared/api';
import { AcceptedFlags } from './accepted-flags.service';
import { AdoptionsController } from './adoptions.controller';
import { Adoption } from './adoptions.entity';
import { AdoptionsService } from './adoptions.service';
import { Collaborations } from './collaborations';
import { CollaborationsController } from './collaborations.controller';
import {
  Collaboration,
  CollaborationDocument,
  CollaborationHistory,
  CollaborationParty,
  CollaborationPoint,
  CollaborationTask,
} from './collaborations.entities';
import { CollaborationsService } from './collaborations.service';
import { PartiesController } from './parties.controller';
import { PartiesService } from './parties.service';
import { WorkController } from './work.controller';
import { WorkService } from './work.service';

@Module({
  imports: [
    ConversationsApiModule,
    MatchingApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      Adoption,
      Collaboration,
      CollaborationDocument,
      CollaborationHistory,
      CollaborationParty,
      CollaborationPoint,
      CollaborationTask,
    ]),
  ],
  controllers: [AdoptionsController, CollaborationsController, PartiesController, WorkController],
  providers: [AcceptedFlags, AdoptionsService, Collaborations, CollaborationsService, PartiesService, WorkService],
  exports: [Collaborations],
})
export class CollaborationsApiModule implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly imports: ImportsService,
  ) {}

  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from collaboration_point where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select origin_id from adoption where origin_id = any($1::uuid[])');
    this.imports.keepWhere('select adopted_id from adoption where adopted_id = any($1::uuid[])');
    this.realtime.allow('collaboration', () => true);
  }
}
