import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  CreatingCall,
  CurrentActor,
  IdParam,
  SentFile,
  TakesFile,
  answerImage,
  keptImageType,
} from '@kernagenda/shared/api';
import type { IdempotentCall, SentFileReader } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { imageSizes } from '@kernagenda/shared/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { PhotoDto, PhotoUpdateDto } from './photos.dto';
import { PhotosService } from './photos.service';

@ApiTags('photos')
@Controller()
export class PhotosController {
  constructor(private readonly photos: PhotosService) {}

  /** Adds a photo to an own draft, or to one that was sent back or refused: a JPEG, PNG or WebP, five at most. */
  @Post('proposals/:id/photos')
  @Access('person')
  @TakesFile()
  @ApiCreatedResponse({ type: PhotoDto })
  add(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @SentFile() read: SentFileReader,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PhotoView> {
    return this.photos.add(actor, id, read, call);
  }

  /** Describes a photo, chooses to give no description, or moves it among the others; the last change counts. */
  @Patch('photos/:id')
  @Access('person')
  @ApiOkResponse({ type: PhotoDto })
  change(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() update: PhotoUpdateDto): Promise<PhotoView> {
    return this.photos.change(actor, id, update);
  }

  /** Deletes a photo for good. */
  @Delete('photos/:id')
  @Access('person')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.photos.remove(actor, id);
  }

  /**
   * The photo itself, for who may read its proposal; sizes are the longest side in pixels. Its content never changes, so
   * its ETag does not either. Public: kept by a browser for five minutes and by nothing in between, because whoever
   * moderates can hide it and no address can be called back from a cache. Not public: kept nowhere.
   */
  @Get('photos/:id/:size')
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
    return answerImage(request, reply, id, sizeText, (size, isSeen) => this.photos.getFile(id, size, actor, isSeen));
  }
}
