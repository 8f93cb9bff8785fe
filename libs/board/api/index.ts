export { BoardApiModule } from './board-api.module';
