export { IntakeApiModule } from './intake-api.module';
