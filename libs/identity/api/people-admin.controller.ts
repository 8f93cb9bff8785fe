import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { Actor, PersonRecord } from '@kernagenda/identity/domain';
import {
  CoverDto,
  CreatedDto,
  GiveRoleDto,
  InviteDto,
  MoveDto,
  PeopleListQuery,
  PeoplePageDto,
  PersonRecordDto,
  ReasonQuery,
} from './people-admin.dto';
import { PeopleAdminService } from './people-admin.service';
import { RolesService } from './roles.service';

@ApiTags('people')
@Access('role:admin')
@Controller('people')
export class PeopleAdminController {
  constructor(
    private readonly people: PeopleAdminService,
    private readonly roles: RolesService,
  ) {}

  /** People by name. Asks for a reason, which is written in the audit log with who was shown. */
  @Get()
  @ApiOkResponse({ type: PeoplePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PeopleListQuery): Promise<Page<PersonRecord>> {
    return this.people.list(actor, query);
  }

  /** One person. Asks for a reason as the list does. */
  @Get(':id')
  @ApiOkResponse({ type: PersonRecordDto })
  find(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { reason }: ReasonQuery): Promise<PersonRecord> {
    return this.people.find(actor, id, reason);
  }

  /** Enters a person and mails them how to sign in; 409 `already_exists` for a known address. */
  @Post()
  @ApiCreatedResponse({ type: CreatedDto })
  invite(
    @CurrentActor() actor: Actor,
    @Body() input: InviteDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<{ readonly id: string }> {
    return this.people.invite(actor, input, call);
  }

  /** Moves the home village of a person, also of staff. */
  @Put(':id/home-village')
  @HttpCode(204)
  @ApiNoContentResponse()
  move(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { homeVillageId }: MoveDto): Promise<void> {
    return this.people.move(actor, id, homeVillageId);
  }

  /** Gives a role for one or more scopes; 409 `already_exists` when one of them runs in that period. */
  @Post(':id/roles')
  @HttpCode(204)
  @ApiNoContentResponse()
  give(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: GiveRoleDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<void> {
    return this.roles.give(actor, id, input, call);
  }

  /** Ends a role at once; 409 `last_admin` for the last administrator without an end. */
  @Post(':id/roles/:roleId/end')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('roleId') roleId: string): Promise<void> {
    return this.roles.end(actor, id, roleId);
  }

  /** Lets another broker cover for this one during leave. */
  @Post(':id/covers')
  @HttpCode(204)
  @ApiNoContentResponse()
  cover(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: CoverDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<void> {
    return this.roles.cover(actor, id, input, call);
  }

  /** Ends cover at once. */
  @Post(':id/covers/:coverId/end')
  @HttpCode(204)
  @ApiNoContentResponse()
  endCover(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('coverId') coverId: string): Promise<void> {
    return this.roles.endCover(actor, id, coverId);
  }
}
