import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import type { PurchaseSummary, PurchaseView } from '@kernagenda/procurement/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { DemandService } from './demand.service';
import { PurchaseDto, PurchasePageDto } from './purchases.answers.dto';
import {
  BuyerDto,
  CoordinationDto,
  DemandLineInputDto,
  NewDemandLineDto,
  PurchaseInputDto,
  PurchaseQuery,
  PurchaseUpdateDto,
  PurchaseReasonDto,
} from './purchases.dto';
import { PurchasesService } from './purchases.service';

/** Every change of a purchase needs `If-Match`: nobody decides on what they did not see. */
@ApiTags('purchases')
@Access('person')
@Controller()
export class PurchasesController {
  constructor(
    private readonly purchases: PurchasesService,
    private readonly demand: DemandService,
  ) {}

  /** What villages buy together, newest first; without amounts. */
  @Get('purchases')
  @Access('visitor')
  @ApiOkResponse({ type: PurchasePageDto })
  list(@Query() { collaboration, cursor, limit }: PurchaseQuery): Promise<Page<PurchaseSummary>> {
    return this.purchases.list(collaboration ?? null, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /**
   * A purchase as who asks may see it: prices of quotes from the closing time on, before it for nobody; suppliers by name
   * for brokers, officials and aldermen of it, by letter for everyone else.
   */
  @Get('purchases/:id')
  @Access('visitor')
  @ApiOkResponse({ type: PurchaseDto })
  get(@IdParam() id: string, @CurrentActor() actor: Actor | null): Promise<PurchaseView> {
    return this.purchases.get(actor, id);
  }

  /** Begins a purchase of a collaboration, with what its points ask for; one runs at a time. */
  @Post('purchases')
  @ApiCreatedResponse({ type: PurchaseDto })
  start(
    @CurrentActor() actor: Actor,
    @Body() input: PurchaseInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PurchaseView> {
    return this.purchases.start(actor, input, call);
  }

  /** Changes what is bought and how costs are divided, while the demand is gathered. */
  @Put('purchases/:id')
  @ApiOkResponse({ type: PurchaseDto })
  update(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() update: PurchaseUpdateDto,
  ): Promise<PurchaseView> {
    return this.purchases.update(actor, id, seen, update);
  }

  /** Names the team that buys. */
  @Put('purchases/:id/buyer')
  @ApiOkResponse({ type: PurchaseDto })
  nameBuyer(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: BuyerDto,
  ): Promise<PurchaseView> {
    return this.purchases.nameBuyer(actor, id, seen, input);
  }

  /** Says what it costs to do it together, each figure with where it comes from. */
  @Put('purchases/:id/coordination')
  @ApiOkResponse({ type: PurchaseDto })
  changeCoordination(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: CoordinationDto,
  ): Promise<PurchaseView> {
    return this.purchases.changeCoordination(actor, id, seen, input);
  }

  /** "Niet samen": ends before the order, with a reason; a normal end. */
  @Post('purchases/:id/end-not-joint')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  endNotJoint(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: PurchaseReasonDto,
  ): Promise<PurchaseView> {
    return this.purchases.endNotJoint(actor, id, seen, input);
  }

  /** Cancels a purchase before it is delivered. */
  @Post('purchases/:id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  cancel(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: PurchaseReasonDto,
  ): Promise<PurchaseView> {
    return this.purchases.cancel(actor, id, seen, input);
  }

  /** Adds what a village asks for, until prices are asked. */
  @Post('purchases/:id/lines')
  @ApiCreatedResponse({ type: PurchaseDto })
  addLine(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: NewDemandLineDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PurchaseView> {
    return this.demand.add(actor, id, input, call);
  }

  /** Changes a line; `If-Match` holds the version of the line. After the freeze it shows as a difference. */
  @Put('demand-lines/:id')
  @ApiOkResponse({ type: PurchaseDto })
  changeLine(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: DemandLineInputDto,
  ): Promise<PurchaseView> {
    return this.demand.update(actor, id, seen, input);
  }

  /** Takes a line away; `If-Match` holds the version of the line. */
  @Delete('demand-lines/:id')
  @ApiOkResponse({ type: PurchaseDto })
  removeLine(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<PurchaseView> {
    return this.demand.remove(actor, id, seen);
  }

  /** Keeps the demand as it is; every later change shows. */
  @Post('purchases/:id/freeze')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  freeze(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<PurchaseView> {
    return this.demand.freeze(actor, id, seen);
  }
}
