import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
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
export class AgendasApiModule implements OnModuleInit {
  constructor(private readonly imports: ImportsService) {}

  /** Where people leave something at a point, which is then not taken back with the file it came from. */
  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from agenda_version_point where proposal_id = any($1::uuid[])');
  }
}
