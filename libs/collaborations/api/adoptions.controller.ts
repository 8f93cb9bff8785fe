import { Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { AdoptionAnswer, AdoptionsView } from '@kernagenda/collaborations/domain/adoptions';
import { AdoptionAnswerDto, AdoptionsDto } from './adoptions.dto';
import { AdoptionsService } from './adoptions.service';

@ApiTags('adoptions')
@Controller('proposals/:id/adoptions')
export class AdoptionsController {
  constructor(private readonly adoptions: AdoptionsService) {}

  /** Where the idea of a point came from, and to which villages it travelled. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: AdoptionsDto })
  findAdoptions(@CurrentActor() actor: Actor | null, @IdParam() id: string): Promise<AdoptionsView> {
    return this.adoptions.find(actor, id);
  }

  /** A resident takes a point over: makes a draft of it in the home village, or answers the one made before. */
  @Post()
  @Access('person')
  @ApiCreatedResponse({ type: AdoptionAnswerDto })
  adopt(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<AdoptionAnswer> {
    return this.adoptions.adopt(actor, id, call);
  }
}
