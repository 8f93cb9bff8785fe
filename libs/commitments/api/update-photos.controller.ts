import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@kernagenda/identity/domain';
import { PhotoDto } from '@kernagenda/proposals/api';
import type { PhotoView } from '@kernagenda/proposals/domain';
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
import { imageSizes } from '@kernagenda/shared/domain';
import { UpdatePhotosService } from './update-photos.service';

@ApiTags('commitments')
@Controller('update-photos')
export class UpdatePhotosController {
  constructor(private readonly photos: UpdatePhotosService) {}

  /** Keeps a photo for a day, for its sender alone, to be sent with an update: a JPEG, PNG or WebP. */
  @Post()
  @Access('person')
  @TakesFile()
  @ApiCreatedResponse({ type: PhotoDto })
  keep(
    @CurrentActor() actor: Actor,
    @SentFile() read: SentFileReader,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<PhotoView> {
    return this.photos.keep(actor, read, call);
  }

  /** Deletes an own photo that was not sent yet. */
  @Delete(':id')
  @Access('person')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.photos.remove(actor, id);
  }

  /** The photo itself, for who may read its point; sizes are the longest side in pixels. See the photos of proposals for how it is kept. */
  @Get(':id/:size')
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
