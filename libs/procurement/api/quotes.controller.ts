import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { PurchaseView, QuoteReceipt } from '@kernagenda/procurement/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { DecisionsService } from './decisions.service';
import { PurchaseDto, QuoteReceiptDto } from './purchases.answers.dto';
import {
  AdviseDto,
  AssessmentDto,
  BookDto,
  DecideDto,
  EvaluateDto,
  OrderDto,
  QuoteInputDto,
  RequestQuotesDto,
  RequirementsDto,
  RouteDto,
  VillageAdviceDto,
} from './quotes.dto';
import { QuotesService } from './quotes.service';

@ApiTags('purchases')
@Access('person')
@Controller()
export class QuotesController {
  constructor(
    private readonly quotes: QuotesService,
    private readonly decisions: DecisionsService,
  ) {}

  /** Chooses how prices are asked for, beside what the rules of today advise. */
  @Post('purchases/:id/check-route')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  checkRoute(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: RouteDto,
  ): Promise<PurchaseView> {
    return this.decisions.checkRoute(actor, id, seen, input);
  }

  /** Writes down what every quote has to meet. */
  @Post('purchases/:id/specify')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  specify(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: RequirementsDto,
  ): Promise<PurchaseView> {
    return this.decisions.specify(actor, id, seen, input);
  }

  /** Asks for prices until a moment; before it nobody reads any. */
  @Post('purchases/:id/request-quotes')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  request(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: RequestQuotesDto,
  ): Promise<PurchaseView> {
    return this.quotes.request(actor, id, seen, input);
  }

  /** Enters a quote before the closing time; the answer says that it is in, and no amount. */
  @Post('purchases/:id/quotes')
  @ApiCreatedResponse({ type: QuoteReceiptDto })
  add(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: QuoteInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<QuoteReceipt> {
    return this.quotes.add(actor, id, input, call);
  }

  /** Takes a quote back before the closing time. */
  @Post('quotes/:id/withdraw')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.quotes.withdraw(actor, id);
  }

  /** Says whether a quote meets the requirements; `If-Match` holds the version of the purchase. */
  @Put('quotes/:id/assessment')
  @ApiOkResponse({ type: PurchaseDto })
  assess(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: AssessmentDto,
  ): Promise<PurchaseView> {
    return this.quotes.assess(actor, id, seen, input);
  }

  /** What a village thinks of what is offered: whether it serves its need, never who wins. */
  @Put('purchases/:id/villages/:villageId/advice')
  @ApiOkResponse({ type: PurchaseDto })
  adviseForVillage(
    @IdParam() id: string,
    @IdParam('villageId') villageId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: VillageAdviceDto,
  ): Promise<PurchaseView> {
    return this.decisions.adviseForVillage(actor, id, villageId, seen, input);
  }

  /** Advises one quote to who decides. */
  @Post('purchases/:id/advise')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  advise(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: AdviseDto,
  ): Promise<PurchaseView> {
    return this.decisions.advise(actor, id, seen, input);
  }

  /** Decides who gets the order, within the mandate; above it the alderman does. */
  @Post('purchases/:id/decide')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  decide(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: DecideDto,
  ): Promise<PurchaseView> {
    return this.decisions.decide(actor, id, seen, input);
  }

  /** Orders what was decided; the points of the villages move along. */
  @Post('purchases/:id/order')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  order(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: OrderDto,
  ): Promise<PurchaseView> {
    return this.decisions.order(actor, id, seen, input);
  }

  /** Books the saving by the invoice, once. */
  @Post('purchases/:id/book')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  book(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: BookDto,
  ): Promise<PurchaseView> {
    return this.decisions.book(actor, id, seen, input);
  }

  /** Ends a delivered purchase with what others can learn from it. */
  @Post('purchases/:id/evaluate')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  evaluate(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: EvaluateDto,
  ): Promise<PurchaseView> {
    return this.decisions.evaluate(actor, id, seen, input);
  }
}
