import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { AgendaPapersController } from './agenda-papers.controller';
import { AgendaVersions } from './agenda-versions.service';
import { AgendasController } from './agendas.controller';
import {
  AgendaReminder,
  AgendaVersion,
  AgendaVersionPoint,
  VillageAgenda,
  VillageAgendaVillage,
} from './agendas.entities';
import { AgendasService } from './agendas.service';
import { FolderController } from './folder.controller';
import { Folders } from './folders.service';
import { AgendaReminders } from './reminders.service';

@Module({
  imports: [
    ProposalsApiModule,
    TypeOrmModule.forFeature([AgendaReminder, AgendaVersion, AgendaVersionPoint, VillageAgenda, VillageAgendaVillage]),
  ],
  controllers: [AgendasController, AgendaPapersController, FolderController],
  providers: [AgendaReminders, AgendaVersions, AgendasService, Folders],
  exports: [AgendaVersions, Folders],
})
export class AgendasApiModule {}
