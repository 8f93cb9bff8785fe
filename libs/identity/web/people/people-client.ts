import { Injectable, type ResourceRef, inject, resource } from '@angular/core';
import type { AssignedRole, CoverInput, GiveRoleInput, InviteInput, PersonRecord } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api } from '@kernagenda/shared/web';

export interface PeopleFilter {
  /** Part of a name or address. */
  readonly search?: string;
  readonly role?: AssignedRole;
  readonly cursor?: string;
  readonly limit?: number;
}

/** People by name; undefined while there is no reason to look. Each reading is written down with that reason. */
export function peopleResource(
  id: string,
  wanted: () => { readonly filter: PeopleFilter; readonly reason: string } | undefined,
): ResourceRef<Page<PersonRecord> | undefined> {
  const people = inject(PeopleClient);
  return resource({
    id,
    params: wanted,
    loader: ({ params, abortSignal }) => people.list(params.filter, params.reason, abortSignal),
  });
}

/** One person; undefined while there is no reason to look. */
export function personResource(
  wanted: () => { readonly id: string; readonly reason: string } | undefined,
): ResourceRef<PersonRecord | undefined> {
  const people = inject(PeopleClient);
  return resource({
    id: 'person',
    params: wanted,
    loader: ({ params, abortSignal }) => people.find(params.id, params.reason, abortSignal),
  });
}

/** What the administrator does with people. */
@Injectable({ providedIn: 'root' })
export class PeopleClient {
  private readonly api = inject(Api);

  list(filter: PeopleFilter, reason: string, signal?: AbortSignal): Promise<Page<PersonRecord>> {
    const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
    query.set('reason', reason);
    return this.api.get(`/people?${query.toString()}`, signal);
  }

  find(id: string, reason: string, signal?: AbortSignal): Promise<PersonRecord> {
    const query = new URLSearchParams({ reason });
    return this.api.get(`/people/${encodeURIComponent(id)}?${query.toString()}`, signal);
  }

  invite(input: InviteInput, idempotencyKey: string): Promise<{ readonly id: string }> {
    return this.api.post('/people', input, { idempotencyKey });
  }

  move(id: string, homeVillageId: string | null): Promise<void> {
    return this.api.put(`/people/${id}/home-village`, { homeVillageId });
  }

  give(id: string, input: GiveRoleInput): Promise<void> {
    return this.api.post(`/people/${id}/roles`, input);
  }

  endRole(id: string, roleId: string): Promise<void> {
    return this.api.post(`/people/${id}/roles/${roleId}/end`);
  }

  cover(id: string, input: CoverInput): Promise<void> {
    return this.api.post(`/people/${id}/covers`, input);
  }

  endCover(id: string, coverId: string): Promise<void> {
    return this.api.post(`/people/${id}/covers/${coverId}/end`);
  }
}
