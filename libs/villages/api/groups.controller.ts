import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { GroupMember, GroupRecord } from '@kernagenda/villages/domain/groups';
import {
  GroupInputDto,
  GroupMemberPageDto,
  GroupRecordDto,
  GroupRecordPageDto,
  GroupUpdateDto,
  HandOverDto,
  PositionDto,
} from './groups.dto';
import { GroupsService } from './groups.service';

@ApiTags('working groups')
@Access('role:admin')
@Controller('working-groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  /** All groups with their villages, periods and members, by name. */
  @Get()
  @ApiOkResponse({ type: GroupRecordPageDto })
  listGroups(@Query() { limit, cursor }: PageQuery): Promise<Page<GroupRecord>> {
    return this.groups.list(limit, decodeCursor(cursor, ['text', 'id']));
  }

  /** Adds a group; 409 `already_exists` where one of its villages has a group in that period. */
  @Post()
  @ApiCreatedResponse({ type: GroupRecordDto })
  addGroup(
    @CurrentActor() actor: Actor,
    @Body() input: GroupInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<GroupRecord> {
    return this.groups.add(actor, input, call);
  }

  /** Changes name, kind and last day; what people are in it ends then too. Needs `If-Match`. */
  @Patch(':id')
  @ApiOkResponse({ type: GroupRecordDto })
  changeGroup(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() update: GroupUpdateDto,
    @IfMatch() seenVersion: number,
  ): Promise<GroupRecord> {
    return this.groups.change(actor, id, update, seenVersion);
  }

  /** Who is in the group, for who is in it too. */
  @Get(':id/members')
  @Access('role:secretary', 'role:group_member', 'role:admin')
  @ApiOkResponse({ type: GroupMemberPageDto })
  listMembers(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<Page<GroupMember>> {
    return this.groups.listMembers(actor, id);
  }

  /** Makes a member chair, secretary or an ordinary member, from now on. */
  @Put(':id/members/:personId')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePosition(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('personId') personId: string,
    @Body() { position }: PositionDto,
  ): Promise<void> {
    return this.groups.changePosition(actor, id, personId, position);
  }

  /** Takes somebody out of the group, at once. */
  @Delete(':id/members/:personId')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeMember(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('personId') personId: string,
  ): Promise<void> {
    return this.groups.changePosition(actor, id, personId, null);
  }

  /** A chair or secretary stops and gives that to an ordinary member; 409 `wrong_state` when it was done already. */
  @Post(':id/hand-over')
  @HttpCode(204)
  @Access('role:secretary')
  @ApiNoContentResponse()
  handOver(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { personId }: HandOverDto): Promise<void> {
    return this.groups.handOver(actor, id, personId);
  }
}
