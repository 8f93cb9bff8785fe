export { SearchApiModule } from './search-api.module';
