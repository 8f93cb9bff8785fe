import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntakeApiModule } from '@kernagenda/intake/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { EventReminders } from './event-reminders.service';
import { NewsController } from './items.controller';
import { VillageNews } from './items.entities';
import { News } from './items.service';
import { LettersController } from './letters.controller';
import { StatusLetter, StatusLetterLine } from './letters.entities';
import { LettersReader } from './letters.reader';
import { Letters } from './letters.service';
import { StoriesController } from './stories.controller';
import { Stories } from './stories.service';
import { VillageEventsController } from './village-events.controller';
import { EventOutcomePoint, EventSignUp, VillageEvent } from './village-events.entities';
import { EventsReader } from './village-events.reader';
import { VillageEvents } from './village-events.service';

@Module({
  imports: [
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
  providers: [EventReminders, EventsReader, Letters, LettersReader, News, Stories, VillageEvents],
})
export class NewsApiModule {}
