export { VillagesApiModule } from './villages-api.module';
export { VillageRefDto } from './villages.dto';
export { VillagesRegistry } from './villages.registry';
export { VillagesService } from './villages.service';
