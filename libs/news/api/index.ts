export { EventReminders } from './event-reminders.service';
export { eventToTell, villageAnnounced } from './news.events';
export { NewsApiModule } from './news-api.module';
export { Letters } from './letters.service';
export { LettersReader } from './letters.reader';
export { News } from './items.service';
export { VillageEvents } from './village-events.service';
