import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@kernagenda/identity/domain';
import type { PurchaseView } from '@kernagenda/procurement/domain';
import { PhotoDto } from '@kernagenda/proposals/api';
import type { PhotoView } from '@kernagenda/proposals/domain';
import {
  Access,
  CreatingCall,
  CurrentActor,
  IdParam,
  IfMatch,
  SentFile,
  TakesFile,
  answerImage,
  keptImageType,
} from '@kernagenda/shared/api';
import type { IdempotentCall, SentFileReader } from '@kernagenda/shared/api';
import { imageSizes } from '@kernagenda/shared/domain';
import { DeliveriesService } from './deliveries.service';
import { DeliverDto, DeliveryPlanDto, VillageEvaluationDto } from './deliveries.dto';
import { PurchaseDto } from './purchases.answers.dto';

@ApiTags('purchases')
@Access('person')
@Controller()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  /** Says when a village gets its part. */
  @Put('purchases/:id/villages/:villageId/delivery-plan')
  @ApiOkResponse({ type: PurchaseDto })
  plan(
    @IdParam() id: string,
    @IdParam('villageId') villageId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: DeliveryPlanDto,
  ): Promise<PurchaseView> {
    return this.deliveries.plan(actor, id, villageId, seen, input);
  }

  /** Says that a village got its part, with how it went; its point is done with that story. */
  @Post('purchases/:id/villages/:villageId/deliver')
  @HttpCode(200)
  @ApiOkResponse({ type: PurchaseDto })
  deliver(
    @IdParam() id: string,
    @IdParam('villageId') villageId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: DeliverDto,
  ): Promise<PurchaseView> {
    return this.deliveries.deliver(actor, id, villageId, seen, input);
  }

  /** Whether a village is content afterwards. */
  @Put('purchases/:id/villages/:villageId/evaluation')
  @ApiOkResponse({ type: PurchaseDto })
  evaluate(
    @IdParam() id: string,
    @IdParam('villageId') villageId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: VillageEvaluationDto,
  ): Promise<PurchaseView> {
    return this.deliveries.evaluate(actor, id, villageId, seen, input);
  }

  /** Keeps a photo for a day, for its sender alone, to tell the delivery with: a JPEG, PNG or WebP. */
  @Post('purchases/:id/villages/:villageId/photos')
  @TakesFile()
  @ApiCreatedResponse({ type: PhotoDto })
  keepPhoto(
    @IdParam() id: string,
    @IdParam('villageId') villageId: string,
    @CurrentActor() actor: Actor,
    @SentFile() read: SentFileReader,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PhotoView> {
    return this.deliveries.keepPhoto(actor, id, villageId, read, call);
  }

  /** Deletes an own photo nothing was told with yet. */
  @Delete('delivery-photos/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removePhoto(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.deliveries.removePhoto(actor, id);
  }

  /** The photo itself, for everyone once the delivery is told with it; sizes are the longest side in pixels. */
  @Get('delivery-photos/:id/:size')
  @Access('visitor')
  @ApiParam({ name: 'size', enum: [...imageSizes] })
  @ApiOkResponse({ content: { [keptImageType]: { schema: { type: 'string', format: 'binary' } } } })
  getFile(
    @IdParam() id: string,
    @Param('size') sizeText: string,
    @CurrentActor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return answerImage(request, reply, id, sizeText, (size, isSeen) =>
      this.deliveries.getFile(id, size, actor, isSeen),
    );
  }
}
