import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { SharedApiModule } from '@kernagenda/shared/api';
import type { Foundation } from '@kernagenda/shared/api';
import { VillagesApiModule } from '@kernagenda/villages/api';

/** One line per context. */
@Module({ imports: [IdentityApiModule, VillagesApiModule] })
export class AppModule {
  static with(foundation: Foundation): DynamicModule {
    return { module: AppModule, imports: [SharedApiModule.with(foundation)] };
  }
}
