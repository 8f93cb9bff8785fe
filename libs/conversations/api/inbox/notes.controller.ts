import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { NoteView } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { NoteInputDto, NotesDto } from './inbox.dto';
import { NotesService } from './notes.service';

interface Notes {
  readonly items: readonly NoteView[];
}

@ApiTags('threads')
@Access('person')
@Controller('threads/:id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  /** What colleagues noted about a question, the newest first; 403 for who asked it. */
  @Get()
  @ApiOkResponse({ type: NotesDto })
  async listNotes(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<Notes> {
    return { items: await this.notes.list(actor, id) };
  }

  /** Notes something for colleagues; it is read by nobody else. */
  @Post()
  @ApiCreatedResponse({ type: NotesDto })
  async addNote(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: NoteInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<Notes> {
    await this.notes.add(actor, id, input, call);
    return { items: await this.notes.list(actor, id) };
  }
}
