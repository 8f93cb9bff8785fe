import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { TeamRecord, TeamRef } from '@kernagenda/villages/domain';
import { TeamInputDto, TeamRecordDto, TeamRecordPageDto, TeamRefPageDto, TeamUpdateDto } from './administration.dto';
import { TeamsService } from './teams.service';

@ApiTags('teams')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  /** The teams of the municipality there are now, by name. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: TeamRefPageDto })
  listTeams(@Query() { limit, cursor }: PageQuery): Promise<Page<TeamRef>> {
    return this.teams.listRunning(limit, decodeCursor(cursor, ['text'])?.[0] ?? null);
  }

  /** All teams with their periods and members, also those that ended. */
  @Get('register')
  @Access('role:admin')
  @ApiOkResponse({ type: TeamRecordPageDto })
  listRegister(@Query() { limit, cursor }: PageQuery): Promise<Page<TeamRecord>> {
    return this.teams.list(limit, decodeCursor(cursor, ['text'])?.[0] ?? null);
  }

  /** Adds a team; 409 `already_exists` for a name that is taken. */
  @Post()
  @Access('role:admin')
  @ApiCreatedResponse({ type: TeamRecordDto })
  addTeam(
    @CurrentActor() actor: Actor,
    @Body() input: TeamInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<TeamRecord> {
    return this.teams.add(actor, input, call);
  }

  /** Renames a team and sets its last day. Needs `If-Match`. */
  @Patch(':id')
  @Access('role:admin')
  @ApiOkResponse({ type: TeamRecordDto })
  changeTeam(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() update: TeamUpdateDto,
    @IfMatch() seenVersion: number,
  ): Promise<TeamRecord> {
    return this.teams.change(actor, id, update, seenVersion);
  }
}
