export { EventReminders } from './event-reminders.service';
export { eventToTell, letterPublished } from './news.events';
export { NewsApiModule } from './news-api.module';
