import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScopeSource } from '@kernagenda/identity/api';
import { Realtime } from '@kernagenda/shared/api';
import { AreasController } from './areas.controller';
import { AreasService } from './areas.service';
import { GroupsController } from './groups.controller';
import { GroupsService } from './groups.service';
import { CodeBatches } from './residency/code-batches.service';
import { CodeBatchesController, ResidencyController } from './residency/residency.controller';
import { ResidencyBatch, ResidencyProof } from './residency/residency.entities';
import { Residency } from './residency/residency.service';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';
import { TeamsController } from './teams.controller';
import { TeamsService } from './teams.service';
import { VillageScopes } from './village-scopes';
import { VillagesImport } from './villages-import.service';
import { VillagesController } from './villages.controller';
import { Area, Municipality, Team, Village, WorkingGroup } from './villages.entities';
import { VillagesRegistry } from './villages.registry';
import { VillagesService } from './villages.service';

/** Global because identity asks it what roles can be given for. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Municipality, Area, Team, Village, WorkingGroup, ResidencyBatch, ResidencyProof]),
  ],
  controllers: [
    AreasController,
    CodeBatchesController,
    GroupsController,
    ResidencyController,
    SettingsController,
    TeamsController,
    VillagesController,
  ],
  providers: [
    AreasService,
    CodeBatches,
    Residency,
    GroupsService,
    SettingsService,
    TeamsService,
    VillagesService,
    VillagesImport,
    VillagesRegistry,
    { provide: ScopeSource, useClass: VillageScopes },
  ],
  exports: [CodeBatches, Residency, ScopeSource, SettingsService, VillagesImport, VillagesService, VillagesRegistry],
})
export class VillagesApiModule implements OnModuleInit {
  constructor(private readonly realtime: Realtime) {}

  onModuleInit(): void {
    this.realtime.allow('village', () => true);
  }
}
