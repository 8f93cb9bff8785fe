export { letterPublished } from './letters.events';
export { NewsApiModule } from './news-api.module';
