export { SettingsService } from './settings.service';
export { VillagesApiModule } from './villages-api.module';
export { TeamRefDto } from './administration.dto';
export { VillageRefDto } from './villages.dto';
export { VillagesImport } from './villages-import.service';
export type { ImportReport } from './villages-import.service';
export { VillagesRegistry } from './villages.registry';
export { VillagesService } from './villages.service';
