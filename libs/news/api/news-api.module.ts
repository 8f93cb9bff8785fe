import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollaborationsApiModule } from '@kernagenda/collaborations/api';
import { IntakeApiModule } from '@kernagenda/intake/api';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
import { EventReminders } from './event-reminders.service';
import { NewsController } from './items.controller';
import { VillageNews } from './items.entities';
import { News } from './items.service';
import { LettersController } from './letters.controller';
import { StatusLetter, StatusLetterLine } from './letters.entities';
import { LettersReader } from './letters.reader';
import { Letters } from './letters.service';
import { NewsLive } from './news.live';
import { StoriesController } from './stories.controller';
import { Stories } from './stories.service';
import { VillageEventsController } from './village-events.controller';
import { EventOutcomePoint, EventSignUp, VillageEvent } from './village-events.entities';
import { EventsReader } from './village-events.reader';
import { VillageEvents } from './village-events.service';

@Module({
  imports: [
    CollaborationsApiModule,
    IntakeApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      EventOutcomePoint,
      EventSignUp,
      StatusLetter,
      StatusLetterLine,
      VillageEvent,
      VillageNews,
    ]),
  ],
  controllers: [LettersController, NewsController, StoriesController, VillageEventsController],
  providers: [EventReminders, EventsReader, Letters, LettersReader, News, NewsLive, Stories, VillageEvents],
})
export class NewsApiModule implements OnModuleInit {
  constructor(private readonly imports: ImportsService) {}

  /** What a letter or a piece of news tells of stays there, also when its file is taken back. */
  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from status_letter_line where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select proposal_id from village_news where proposal_id = any($1::uuid[])');
  }
}
