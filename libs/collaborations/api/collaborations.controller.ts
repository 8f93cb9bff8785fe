import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { CollaborationPage, CollaborationView } from '@kernagenda/collaborations/domain';
import { CollaborationDto, CollaborationPageDto } from './collaborations.answers.dto';
import { CloseDto, CollaborationsQuery, ReasonDto, StartDto, TermsDto } from './collaborations.dto';
import { CollaborationsService } from './collaborations.service';

@ApiTags('collaborations')
@Access('person')
@Controller('collaborations')
export class CollaborationsController {
  constructor(private readonly collaborations: CollaborationsService) {}

  /** What moved last first; the room `public` tells live that one looks different. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: CollaborationPageDto })
  list(@Query() { limit, cursor, village, flag }: CollaborationsQuery): Promise<CollaborationPage> {
    return this.collaborations.list({ village, flag }, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** One of them; all but `forParties` is for everyone. */
  @Get(':id')
  @Access('visitor')
  @ApiOkResponse({ type: CollaborationDto })
  get(@IdParam() id: string, @CurrentActor() actor: Actor | null): Promise<CollaborationView> {
    return this.collaborations.get(actor, id);
  }

  /** Begins one with points of villages that the caller signs for: secretary, broker or alderman. */
  @Post()
  @ApiCreatedResponse({ type: CollaborationDto })
  start(
    @CurrentActor() actor: Actor,
    @Body() input: StartDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    return this.collaborations.start(actor, input, call);
  }

  /** From exploring to making agreements. Every step needs `If-Match`. */
  @Post(':id/form')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  form(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<CollaborationView> {
    return this.collaborations.move(actor, id, 'form', seen);
  }

  /** To work; 409 with the names of what is missing in `errors` while owner, end, exit rule or who decides is not there. */
  @Post(':id/execute')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  execute(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<CollaborationView> {
    return this.collaborations.move(actor, id, 'execute', seen);
  }

  /** The work is done; the parties look back. */
  @Post(':id/evaluate')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  evaluate(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<CollaborationView> {
    return this.collaborations.move(actor, id, 'evaluate', seen);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  pause(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<CollaborationView> {
    return this.collaborations.move(actor, id, 'pause', seen);
  }

  /** Goes on where it was paused. */
  @Post(':id/resume')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  resume(@IdParam() id: string, @CurrentActor() actor: Actor, @IfMatch() seen: number): Promise<CollaborationView> {
    return this.collaborations.move(actor, id, 'resume', seen);
  }

  /** Ends it with what came of it. */
  @Post(':id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  close(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: CloseDto,
  ): Promise<CollaborationView> {
    return this.collaborations.close(actor, id, seen, input);
  }

  /** "Niet samen verder": ends it with a reason; 409 once something is ordered. */
  @Post(':id/stop')
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  stop(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: ReasonDto,
  ): Promise<CollaborationView> {
    return this.collaborations.stop(actor, id, seen, input);
  }

  /** What the parties agree on: owner, end, exit rule, who decides, goal. Needs `If-Match`. */
  @Put(':id/terms')
  @ApiOkResponse({ type: CollaborationDto })
  agree(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: TermsDto,
  ): Promise<CollaborationView> {
    return this.collaborations.agree(actor, id, seen, input);
  }
}
