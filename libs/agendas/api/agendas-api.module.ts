import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { AgendaPapersController } from './agenda-papers.controller';
import { AgendaVersions } from './agenda-versions.service';
import { AgendasController } from './agendas.controller';
import { AgendaVersion, AgendaVersionPoint, VillageAgenda, VillageAgendaVillage } from './agendas.entities';
import { AgendasService } from './agendas.service';

@Module({
  imports: [
    ProposalsApiModule,
    TypeOrmModule.forFeature([AgendaVersion, AgendaVersionPoint, VillageAgenda, VillageAgendaVillage]),
  ],
  controllers: [AgendasController, AgendaPapersController],
  providers: [AgendaVersions, AgendasService],
  exports: [AgendaVersions],
})
export class AgendasApiModule {}
