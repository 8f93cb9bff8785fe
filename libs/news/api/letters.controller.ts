import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@kernagenda/identity/domain';
import { letterHome } from '@kernagenda/news/domain';
import type { LetterView, LettersView } from '@kernagenda/news/domain';
import {
  Access,
  CreatingCall,
  CurrentActor,
  IdParam,
  IfMatch,
  PagePrinter,
  answerPrinted,
  decodeCursor,
} from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { LetterDto, LetterEditDto, LetterInputDto, LettersDto, LettersQuery } from './letters.dto';
import { LettersReader } from './letters.reader';
import { Letters } from './letters.service';

/** Who may have a letter to write somewhere; which one, `mayWriteLetter` says. */
const letterWriters = ['role:secretary', 'role:broker', 'role:official', 'role:alderman'] as const;

@ApiTags('news')
@Controller('status-letters')
export class LettersController {
  constructor(
    private readonly letters: Letters,
    private readonly reader: LettersReader,
    private readonly printer: PagePrinter,
  ) {}

  /**
   * The status letters of a village or a collaboration, the newest first; who may write them sees drafts, and the period
   * of the next one. 400 for none or both of the two.
   */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: LettersDto })
  listStatusLetters(
    @CurrentActor() actor: Actor | null,
    @Query() { limit, cursor, ...of }: LettersQuery,
  ): Promise<LettersView> {
    return this.reader.list(actor, of, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** One letter, without what was hidden since; a draft is 404 but for who may write it. */
  @Get(':id')
  @Access('visitor')
  @ApiOkResponse({ type: LetterDto })
  getStatusLetter(@CurrentActor() actor: Actor | null, @IdParam() id: string): Promise<LetterView> {
    return this.reader.get(actor, id);
  }

  /** The letter as tagged PDF on A4: 503 when nothing can be printed; who reads pages is led to its page instead. */
  @Get(':id/letter.pdf')
  @Access('visitor')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async getStatusLetterPdf(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const letter = await this.reader.get(null, id);
    const page = `${letterHome(letter).path}/statusbrieven/${id}`;
    const fileName = `statusbrief-${letter.village?.slug ?? 'samenwerking'}-${letter.toOn}.pdf`;
    const making = this.printer.print(`${page}/papier`).then((printed) => ({ ...printed, fileName }));
    return answerPrinted(request, reply, making, `${page}/papier`);
  }

  /**
   * Secretary or broker of a village, or who steers a collaboration, has the system write one from the facts of a period;
   * 400 for more than a quarter.
   */
  @Post()
  @Access(...letterWriters)
  @ApiCreatedResponse({ type: LetterDto })
  async writeStatusLetter(
    @CurrentActor() actor: Actor,
    @Body() input: LetterInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<LetterView> {
    return this.reader.get(actor, await this.letters.write(actor, input, call));
  }

  /** Says a draft otherwise; 412 when somebody else did since it was read. Needs `If-Match`. */
  @Put(':id')
  @Access(...letterWriters)
  @ApiOkResponse({ type: LetterDto })
  async editStatusLetter(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: LetterEditDto,
    @IfMatch() seenVersion: number,
  ): Promise<LetterView> {
    await this.letters.edit(actor, id, input, seenVersion);
    return this.reader.get(actor, id);
  }

  /** Sends it to who follows the village, or who takes part and who follows a village that does, once; 409 `wrong_state` when that was done. Needs `If-Match`. */
  @Post(':id/publish')
  @HttpCode(200)
  @Access(...letterWriters)
  @ApiOkResponse({ type: LetterDto })
  async publishStatusLetter(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seenVersion: number,
  ): Promise<LetterView> {
    await this.letters.publish(actor, id, seenVersion);
    return this.reader.get(actor, id);
  }

  /** Throws a draft away. Needs `If-Match`. */
  @Delete(':id')
  @HttpCode(204)
  @Access(...letterWriters)
  @ApiNoContentResponse()
  discardStatusLetter(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seenVersion: number,
  ): Promise<void> {
    return this.letters.discard(actor, id, seenVersion);
  }
}
