import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Realtime } from '@kernagenda/shared/api';
import { VillagesController } from './villages.controller';
import { Area, Municipality, Village } from './villages.entities';
import { VillagesRegistry } from './villages.registry';
import { VillagesService } from './villages.service';

@Module({
  imports: [TypeOrmModule.forFeature([Municipality, Area, Village])],
  controllers: [VillagesController],
  providers: [VillagesService, VillagesRegistry],
  exports: [VillagesService, VillagesRegistry],
})
export class VillagesApiModule implements OnModuleInit {
  constructor(private readonly realtime: Realtime) {}

  onModuleInit(): void {
    this.realtime.allow('village', () => true);
  }
}
