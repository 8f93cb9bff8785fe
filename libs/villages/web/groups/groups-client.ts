import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { GroupPosition } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';
import type { GroupInput, GroupMember, GroupRecord, GroupUpdate } from '@kernagenda/villages/domain/groups';

/** All groups with periods and members. */
export const groupsResource = (): ResourceRef<Page<GroupRecord> | undefined> =>
  apiResource('working-groups', () => '/working-groups?limit=100');

/** Who is in a group, for who is in it too. */
export const groupMembersResource = (id: () => string): ResourceRef<Page<GroupMember> | undefined> =>
  apiResource('group-members', () => `/working-groups/${id()}/members`);

/** What is done with groups: by the administrator, and by a chair or secretary who stops. */
@Injectable({ providedIn: 'root' })
export class GroupsClient {
  private readonly api = inject(Api);

  add(input: GroupInput, idempotencyKey: string): Promise<GroupRecord> {
    return this.api.post('/working-groups', input, { idempotencyKey });
  }

  change({ id, version }: GroupRecord, update: GroupUpdate): Promise<GroupRecord> {
    return this.api.patch(`/working-groups/${id}`, update, { version });
  }

  /** Null takes the person out of the group. */
  changePosition(groupId: string, personId: string, position: GroupPosition | null): Promise<void> {
    const path = `/working-groups/${groupId}/members/${personId}`;
    return position ? this.api.put(path, { position }) : this.api.delete(path);
  }

  handOver(groupId: string, personId: string): Promise<void> {
    return this.api.post(`/working-groups/${groupId}/hand-over`, { personId });
  }
}
