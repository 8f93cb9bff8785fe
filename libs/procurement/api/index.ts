export { BookedSavings } from './booked-savings';
export { DecisionsService } from './decisions.service';
export { DemandService } from './demand.service';
export { ProcurementApiModule } from './procurement-api.module';
export { PurchasesService } from './purchases.service';
export { QuotesService } from './quotes.service';
export { Thresholds } from './thresholds.service';
