import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { ClaimLinksController, EnteredWishesController } from './entered-wishes.controller';
import { EnteredWish } from './entered-wishes.entities';
import { EnteredWishesService } from './entered-wishes.service';
import { EveningJob } from './evenings/evening-job.service';
import { EveningOutcomes } from './evenings/evening-outcomes.service';
import { EveningsController } from './evenings/evenings.controller';
import { Evening, EveningWish } from './evenings/evenings.entities';
import { EveningsService } from './evenings/evenings.service';
import { ExportsController } from './exports/exports.controller';
import { ExportsService } from './exports/exports.service';
import { ImportsModule } from './imports/imports.module';
import { RoundsModule } from './rounds/rounds.module';
import { WishClaims } from './wish-claims.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([EnteredWish, Evening, EveningWish]),
    IdentityApiModule,
    ImportsModule,
    ProposalsApiModule,
    RoundsModule,
  ],
  controllers: [ClaimLinksController, EnteredWishesController, EveningsController, ExportsController],
  providers: [EnteredWishesService, EveningJob, EveningOutcomes, EveningsService, ExportsService, WishClaims],
  exports: [EnteredWishesService, EveningOutcomes, WishClaims],
})
export class IntakeApiModule {}
