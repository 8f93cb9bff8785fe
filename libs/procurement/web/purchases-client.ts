import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  AdviseInput,
  AssessmentInput,
  BookInput,
  BuyerInput,
  CoordinationInput,
  DecideInput,
  DeliverInput,
  DeliveryPlanInput,
  DemandLineInput,
  EvaluateInput,
  NewDemandLineInput,
  OrderInput,
  PurchaseInput,
  PurchaseSummary,
  PurchaseUpdate,
  PurchaseView,
  QuoteInput,
  QuoteReceipt,
  ReasonInput,
  RequestQuotesInput,
  RequirementsInput,
  RouteInput,
  VillageAdviceInput,
  VillageEvaluationInput,
} from '@kernagenda/procurement/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { sendFile } from '@kernagenda/proposals/web/photos';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const path = ({ id }: { readonly id: string }): string => `/purchases/${id}`;
type Purchase = Pick<PurchaseView, 'id'>;

/** The purchases of a collaboration, newest first; only the newest is asked for. */
export const purchasesOfResource = (
  collaborationId: () => string | undefined,
): ResourceRef<Page<PurchaseSummary> | undefined> =>
  apiResource('purchases', () => {
    const id = collaborationId();
    return id ? `/purchases?limit=1&collaboration=${encodeURIComponent(id)}` : undefined;
  });

export const purchaseResource = (id: () => string | undefined): ResourceRef<PurchaseView | undefined> =>
  apiResource('purchase', () => {
    const purchaseId = id();
    return purchaseId ? path({ id: purchaseId }) : undefined;
  });

/** Everything people do with a joint purchase; moves need the version that was read. */
@Injectable({ providedIn: 'root' })
export class PurchasesClient {
  private readonly api = inject(Api);

  start(input: PurchaseInput, idempotencyKey: string): Promise<PurchaseView> {
    return this.api.post('/purchases', input, { idempotencyKey });
  }

  change(purchase: Purchase, input: PurchaseUpdate, version: number): Promise<PurchaseView> {
    return this.api.put(path(purchase), input, { version });
  }

  nameBuyer(purchase: Purchase, input: BuyerInput, version: number): Promise<PurchaseView> {
    return this.api.put(`${path(purchase)}/buyer`, input, { version });
  }

  addLine(purchase: Purchase, input: NewDemandLineInput, idempotencyKey: string): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/lines`, input, { idempotencyKey });
  }

  changeLine(lineId: string, input: DemandLineInput, version: number): Promise<PurchaseView> {
    return this.api.put(`/demand-lines/${lineId}`, input, { version });
  }

  removeLine(lineId: string, version: number): Promise<void> {
    return this.api.delete(`/demand-lines/${lineId}`, { version });
  }

  freeze(purchase: Purchase, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/freeze`, undefined, { version });
  }

  checkRoute(purchase: Purchase, input: RouteInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/check-route`, input, { version });
  }

  specify(purchase: Purchase, input: RequirementsInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/specify`, input, { version });
  }

  requestQuotes(purchase: Purchase, input: RequestQuotesInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/request-quotes`, input, { version });
  }

  /** Hands a sealed quote in; what comes back says that it is there, and no amount. */
  addQuote(purchase: Purchase, input: QuoteInput, idempotencyKey: string): Promise<QuoteReceipt> {
    return this.api.post(`${path(purchase)}/quotes`, input, { idempotencyKey });
  }

  assess(quoteId: string, input: AssessmentInput, version: number): Promise<PurchaseView> {
    return this.api.put(`/quotes/${quoteId}/assessment`, input, { version });
  }

  /** What one village says of the quotes. */
  adviseForVillage(
    purchase: Purchase,
    villageId: string,
    input: VillageAdviceInput,
    version: number,
  ): Promise<PurchaseView> {
    return this.api.put(`${path(purchase)}/villages/${villageId}/advice`, input, { version });
  }

  /** Which quote the buyer puts forward. */
  advise(purchase: Purchase, input: AdviseInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/advise`, input, { version });
  }

  decide(purchase: Purchase, input: DecideInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/decide`, input, { version });
  }

  order(purchase: Purchase, input: OrderInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/order`, input, { version });
  }

  planDelivery(
    purchase: Purchase,
    villageId: string,
    input: DeliveryPlanInput,
    version: number,
  ): Promise<PurchaseView> {
    return this.api.put(`${path(purchase)}/villages/${villageId}/delivery-plan`, input, { version });
  }

  deliver(purchase: Purchase, villageId: string, input: DeliverInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/villages/${villageId}/deliver`, input, { version });
  }

  evaluateForVillage(
    purchase: Purchase,
    villageId: string,
    input: VillageEvaluationInput,
    version: number,
  ): Promise<PurchaseView> {
    return this.api.put(`${path(purchase)}/villages/${villageId}/evaluation`, input, { version });
  }

  changeCoordination(purchase: Purchase, input: CoordinationInput, version: number): Promise<PurchaseView> {
    return this.api.put(`${path(purchase)}/coordination`, input, { version });
  }

  book(purchase: Purchase, input: BookInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/book`, input, { version });
  }

  evaluate(purchase: Purchase, input: EvaluateInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/evaluate`, input, { version });
  }

  endNotJoint(purchase: Purchase, input: ReasonInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/end-not-joint`, input, { version });
  }

  cancel(purchase: Purchase, input: ReasonInput, version: number): Promise<PurchaseView> {
    return this.api.post(`${path(purchase)}/cancel`, input, { version });
  }

  /** Takes a quote back before the closing time. */
  withdrawQuote(quoteId: string): Promise<void> {
    return this.api.post(`/quotes/${quoteId}/withdraw`);
  }

  /** Lets the municipality keep a photo to tell the delivery in a village with; as `sendFile`. */
  keepPhoto(
    purchase: Purchase,
    villageId: string,
    file: Blob,
    key: string,
    onProgress: (part: number) => void,
  ): Promise<PhotoView> {
    return sendFile(`${path(purchase)}/villages/${villageId}/photos`, file, key, onProgress);
  }

  /** Takes a photo away that no delivery was told with yet. */
  removePhoto(id: string): Promise<void> {
    return this.api.delete(`/delivery-photos/${id}`);
  }
}
