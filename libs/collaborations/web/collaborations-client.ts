import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  AgreementInput,
  CastInput,
  CloseInput,
  CollaborationPage,
  CollaborationView,
  DocumentInput,
  JoinInput,
  PhaseAction,
  ReasonInput,
  StartInput,
  TaskInput,
  TaskView,
  TermsInput,
} from '@kernagenda/collaborations/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const path = (id: string): string => `/collaborations/${encodeURIComponent(id)}`;

const listPath = (village: string | undefined): string =>
  `/collaborations?limit=50${village ? `&village=${encodeURIComponent(village)}` : ''}`;

/** Collaborations, what moved last first; of one village by its slug, or of all. */
export const collaborationsResource = (village: () => string | undefined): ResourceRef<CollaborationPage | undefined> =>
  apiResource('collaborations', () => listPath(village()));

/** The one that was made of a flag, as a list of at most one. */
export const flagCollaborationResource = (flagId: () => string): ResourceRef<CollaborationPage | undefined> =>
  apiResource('flag-collaboration', () => `/collaborations?flag=${flagId()}`);

export const collaborationResource = (id: () => string | undefined): ResourceRef<CollaborationView | undefined> =>
  apiResource('collaboration', () => {
    const wanted = id();
    return wanted ? path(wanted) : undefined;
  });

/** Everything people do with a collaboration. */
@Injectable({ providedIn: 'root' })
export class CollaborationsClient {
  private readonly api = inject(Api);

  listAfter(cursor: string, village: string | undefined): Promise<CollaborationPage> {
    return this.api.get(`${listPath(village)}&cursor=${cursor}`);
  }

  start(input: StartInput, idempotencyKey: string): Promise<CollaborationView> {
    return this.api.post('/collaborations', input, { idempotencyKey });
  }

  /** Moves it to another phase; `close` takes its result, `stop` a reason. */
  move(id: string, action: PhaseAction, version: number, input?: CloseInput | ReasonInput): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/${action}`, input, { version });
  }

  agreeTerms(id: string, input: TermsInput, version: number): Promise<CollaborationView> {
    return this.api.put(`${path(id)}/terms`, input, { version });
  }

  join(id: string, input: JoinInput, idempotencyKey: string): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/parties`, input, { idempotencyKey });
  }

  cast(id: string, partyId: string, input: CastInput): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/parties/${partyId}/cast`, input);
  }

  leave(id: string, partyId: string, input: ReasonInput): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/parties/${partyId}/leave`, input);
  }

  addTask(id: string, input: TaskInput, idempotencyKey: string): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/tasks`, input, { idempotencyKey });
  }

  changeTask(
    id: string,
    { id: taskId, version }: Pick<TaskView, 'id' | 'version'>,
    input: TaskInput,
  ): Promise<CollaborationView> {
    return this.api.put(`${path(id)}/tasks/${taskId}`, input, { version });
  }

  removeTask(id: string, taskId: string): Promise<void> {
    return this.api.delete(`${path(id)}/tasks/${taskId}`);
  }

  agree(id: string, input: AgreementInput, idempotencyKey: string): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/agreements`, input, { idempotencyKey });
  }

  addDocument(id: string, input: DocumentInput, idempotencyKey: string): Promise<CollaborationView> {
    return this.api.post(`${path(id)}/documents`, input, { idempotencyKey });
  }

  removeDocument(id: string, documentId: string): Promise<void> {
    return this.api.delete(`${path(id)}/documents/${documentId}`);
  }
}
