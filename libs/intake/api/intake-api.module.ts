import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { ClaimLinksController, EnteredWishesController } from './entered-wishes.controller';
import { EnteredWish } from './entered-wishes.entities';
import { EnteredWishesService } from './entered-wishes.service';
import { ExportsController } from './exports/exports.controller';
import { ExportsService } from './exports/exports.service';
import { ImportsModule } from './imports/imports.module';
import { RoundsModule } from './rounds/rounds.module';
import { WishClaims } from './wish-claims.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([EnteredWish]),
    IdentityApiModule,
    ImportsModule,
    ProposalsApiModule,
    RoundsModule,
  ],
  controllers: [ClaimLinksController, EnteredWishesController, ExportsController],
  providers: [EnteredWishesService, ExportsService, WishClaims],
  exports: [WishClaims],
})
export class IntakeApiModule {}
