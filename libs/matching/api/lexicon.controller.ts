import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@kernagenda/identity/domain';
import { previewLimits } from '@kernagenda/matching/domain/concepts';
import type {
  ConceptLine,
  ConceptView,
  LexiconPreviewView,
  UnrecognisedPoint,
} from '@kernagenda/matching/domain/concepts';
import { Access, CreatingCall, CurrentActor, IfMatch, RateLimits, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { LexiconPreviews } from './lexicon-previews.service';
import {
  ConceptDto,
  ConceptInputDto,
  ConceptPageDto,
  LexiconPreviewDto,
  LexiconQuery,
  PreviewInputDto,
  UnrecognisedPageDto,
  UnrecognisedQuery,
} from './lexicon.dto';
import { LexiconService } from './lexicon.service';

@ApiTags('matching')
@Access('role:admin')
@Controller('lexicon')
export class LexiconController {
  constructor(
    private readonly lexicon: LexiconService,
    private readonly previews: LexiconPreviews,
    private readonly rateLimits: RateLimits,
  ) {}

  /** The concepts whose name or term holds these words; those changed or added here first. */
  @Get()
  @ApiOkResponse({ type: ConceptPageDto })
  listConcepts(@Query() { search, limit, cursor }: LexiconQuery): Promise<Page<ConceptLine>> {
    return this.lexicon.list(search, limit, decodeCursor(cursor, ['number', 'text', 'text']));
  }

  /** Public points in which no concept was recognised, newest first. */
  @Get('unrecognised')
  @ApiOkResponse({ type: UnrecognisedPageDto })
  listUnrecognised(@Query() { limit, cursor, point }: UnrecognisedQuery): Promise<Page<UnrecognisedPoint>> {
    return this.lexicon.listUnrecognised(limit, decodeCursor(cursor, ['instant', 'id']), point ?? null);
  }

  /** Which public points would be read differently with this concept, and which flags would change. Nothing is kept. */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: LexiconPreviewDto })
  previewConcept(@CurrentActor() actor: Actor, @Body() input: PreviewInputDto): Promise<LexiconPreviewView> {
    this.rateLimits.take('lexicon.preview', actor.personId, { count: previewLimits.perMinute, seconds: 60 });
    return this.previews.preview(input);
  }

  /** Adds a concept of the municipality's own; 409 `already_exists` for a name that is taken. */
  @Post()
  @ApiCreatedResponse({ type: ConceptDto })
  addConcept(
    @CurrentActor() actor: Actor,
    @Body() input: ConceptInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ConceptView> {
    return this.lexicon.add(actor, input, call);
  }

  /** A concept as this municipality has it. */
  @Get(':id')
  @ApiOkResponse({ type: ConceptDto })
  findConcept(@Param('id') id: string): Promise<ConceptView> {
    return this.lexicon.find(id);
  }

  /** Changes a concept, also a shipped one; an update of the product keeps it. Needs `If-Match`. */
  @Put(':id')
  @ApiOkResponse({ type: ConceptDto })
  changeConcept(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() input: ConceptInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<ConceptView> {
    return this.lexicon.change(actor, id, input, seenVersion);
  }

  /** Gives back the concept that was shipped, or removes one of the municipality's own. Needs `If-Match`. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeConcept(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() seenVersion: number): Promise<void> {
    return this.lexicon.remove(actor, id, seenVersion);
  }
}
