import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';
import type { AreaRecord, TeamInput, TeamRecord, TeamUpdate } from '@kernagenda/villages/domain';

/** The areas with their villages and brokers; undefined while somebody else is looking. */
export const areasResource = (isWanted: () => boolean): ResourceRef<Page<AreaRecord> | undefined> =>
  apiResource('areas', () => (isWanted() ? '/areas?limit=100' : undefined));

/** All teams with periods and members. */
export const teamsRegisterResource = (isWanted: () => boolean): ResourceRef<Page<TeamRecord> | undefined> =>
  apiResource('teams-register', () => (isWanted() ? '/teams/register?limit=100' : undefined));

/** What the administrator does with areas and teams. */
@Injectable({ providedIn: 'root' })
export class AdministrationClient {
  private readonly api = inject(Api);

  addArea(name: string, idempotencyKey: string): Promise<AreaRecord> {
    return this.api.post('/areas', { name }, { idempotencyKey });
  }

  renameArea({ id, version }: AreaRecord, name: string): Promise<AreaRecord> {
    return this.api.patch(`/areas/${id}`, { name }, { version });
  }

  moveVillage(villageId: string, areaId: string): Promise<void> {
    return this.api.put(`/villages/${villageId}/area`, { areaId });
  }

  addTeam(input: TeamInput, idempotencyKey: string): Promise<TeamRecord> {
    return this.api.post('/teams', input, { idempotencyKey });
  }

  changeTeam({ id, version }: TeamRecord, update: TeamUpdate): Promise<TeamRecord> {
    return this.api.patch(`/teams/${id}`, update, { version });
  }
}
