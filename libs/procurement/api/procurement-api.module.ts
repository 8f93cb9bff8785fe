import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollaborationsApiModule } from '@kernagenda/collaborations/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { BookedSavings } from './booked-savings';
import { DecisionsService } from './decisions.service';
import { DeliveriesController } from './deliveries.controller';
import { DeliveriesService } from './deliveries.service';
import { DemandService } from './demand.service';
import { Purchases } from './purchases';
import { PurchasesController } from './purchases.controller';
import {
  DeliveryPhoto,
  DeliveryPhotoFile,
  DemandLineRow,
  DemandSnapshot,
  ProcurementBooking,
  ProcurementCase,
  ProcurementEvent,
  ProcurementQuote,
  ProcurementVillage,
} from './purchases.entities';
import { PurchaseReader } from './purchases.reader';
import { PurchasesService } from './purchases.service';
import { QuotesController } from './quotes.controller';
import { QuotesService } from './quotes.service';
import { StoppedCollaborations } from './stopped-collaborations';
import { ThresholdsController } from './thresholds.controller';
import { ProcurementThreshold } from './thresholds.entity';
import { Thresholds } from './thresholds.service';

@Module({
  imports: [
    CollaborationsApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      DeliveryPhoto,
      DeliveryPhotoFile,
      DemandLineRow,
      DemandSnapshot,
      ProcurementBooking,
      ProcurementCase,
      ProcurementEvent,
      ProcurementQuote,
      ProcurementThreshold,
      ProcurementVillage,
    ]),
  ],
  controllers: [DeliveriesController, PurchasesController, QuotesController, ThresholdsController],
  providers: [
    BookedSavings,
    DecisionsService,
    DeliveriesService,
    DemandService,
    PurchaseReader,
    Purchases,
    PurchasesService,
    QuotesService,
    StoppedCollaborations,
    Thresholds,
  ],
  exports: [BookedSavings],
})
export class ProcurementApiModule {}
