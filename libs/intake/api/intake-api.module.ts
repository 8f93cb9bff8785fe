import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { ClaimLinksController, EnteredWishesController } from './entered-wishes.controller';
import { EnteredWish } from './entered-wishes.entities';
import { EnteredWishesService } from './entered-wishes.service';
import { WishClaims } from './wish-claims.service';

@Module({
  imports: [TypeOrmModule.forFeature([EnteredWish]), IdentityApiModule, ProposalsApiModule],
  controllers: [EnteredWishesController, ClaimLinksController],
  providers: [EnteredWishesService, WishClaims],
  exports: [WishClaims],
})
export class IntakeApiModule {}
