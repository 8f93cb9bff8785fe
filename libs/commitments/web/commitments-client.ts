import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  AnswerInput,
  AskInput,
  CommitmentInput,
  CommitmentSummary,
  CommitmentView,
  FeasibilityInput,
  FiguresView,
  HideSaidInput,
  KeepInput,
  Milestone,
  MilestoneInput,
  MilestoneUpdate,
  MoveInput,
  PromiseWork,
  PromisesView,
  RefreshLinkView,
  Standing,
  StoryInput,
  UpdateInput,
  WithdrawInput,
} from '@kernagenda/commitments/domain';
import type { PhotoView, Theme } from '@kernagenda/proposals/domain';
import { sendFile } from '@kernagenda/proposals/web/photos';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** `village` is a slug; what is undefined filters nothing. */
export interface CommitmentFilter {
  readonly village?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly state?: Standing | undefined;
}

const pageSize = '20';

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const said = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return said.length ? `${path}?${new URLSearchParams(said).toString()}` : path;
};

const listPath = (filter: CommitmentFilter, cursor?: string): string =>
  withQuery('/commitments', { limit: pageSize, ...filter, cursor });

/** What was promised in public, by due day. */
export const commitmentsResource = (filter: () => CommitmentFilter): ResourceRef<Page<CommitmentSummary> | undefined> =>
  apiResource('commitments', () => listPath(filter()));

/** How much of it was kept, per village and theme. */
export const figuresResource = (
  filter: () => Pick<CommitmentFilter, 'village' | 'theme'>,
): ResourceRef<FiguresView | undefined> =>
  apiResource('promise-figures', () => withQuery('/commitments/figures', { ...filter() }));

/** What this broker or official has to see to; not asked for others. */
export const promiseWorkResource = (isAsked: () => boolean): ResourceRef<PromiseWork | undefined> =>
  apiResource('promise-work', () => (isAsked() ? '/commitments/work' : undefined));

/** All that was said and promised on one point. */
export const promisesResource = (proposalId: () => string): ResourceRef<PromisesView | undefined> =>
  apiResource('promises', () => `/proposals/${encodeURIComponent(proposalId())}/promises`);

/** What the link of a mail asks; undefined while there is none. */
export const refreshLinkResource = (token: () => string | undefined): ResourceRef<RefreshLinkView | undefined> =>
  apiResource('refresh-link', () => {
    const given = token();
    return given ? withQuery('/refresh-links', { token: given }) : undefined;
  });

/** Where answers and updates are hidden one by one. */
export type SaidPath = 'official-answers' | 'status-updates';
type Promised = Pick<CommitmentView, 'id'>;

/** Everything the town hall does with answers, promises, news and milestones; moves need the version that was read. */
@Injectable({ providedIn: 'root' })
export class CommitmentsClient {
  private readonly api = inject(Api);

  /** The first page, or the one after a cursor. */
  list(filter: CommitmentFilter, cursor?: string): Promise<Page<CommitmentSummary>> {
    return this.api.get(listPath(filter, cursor));
  }

  answer(proposalId: string, input: AnswerInput, idempotencyKey: string): Promise<PromisesView> {
    return this.api.post(`/proposals/${proposalId}/answers`, input, { idempotencyKey });
  }

  commit(proposalId: string, input: CommitmentInput, idempotencyKey: string): Promise<PromisesView> {
    return this.api.post(`/proposals/${proposalId}/commitments`, input, { idempotencyKey });
  }

  assess(proposalId: string, input: FeasibilityInput, idempotencyKey: string): Promise<PromisesView> {
    return this.api.post(`/proposals/${proposalId}/feasibility`, input, { idempotencyKey });
  }

  /** `version` is 0 where nothing was told yet. */
  tellStory(proposalId: string, input: StoryInput, version: number): Promise<PromisesView> {
    return this.api.put(`/proposals/${proposalId}/story`, input, { version });
  }

  update(proposalId: string, input: UpdateInput, idempotencyKey: string): Promise<PromisesView> {
    return this.api.post(`/proposals/${proposalId}/updates`, input, { idempotencyKey });
  }

  addMilestone(proposalId: string, input: MilestoneInput, idempotencyKey: string): Promise<PromisesView> {
    return this.api.post(`/proposals/${proposalId}/milestones`, input, { idempotencyKey });
  }

  changeMilestone({ id }: Pick<Milestone, 'id'>, input: MilestoneUpdate): Promise<PromisesView> {
    return this.api.put(`/milestones/${id}`, input);
  }

  removeMilestone({ id }: Pick<Milestone, 'id'>): Promise<void> {
    return this.api.delete(`/milestones/${id}`);
  }

  /** With what shows it. */
  keep({ id }: Promised, evidence: KeepInput, version: number): Promise<CommitmentView> {
    return this.api.post(`/commitments/${id}/keep`, evidence, { version });
  }

  move({ id }: Promised, input: MoveInput, version: number): Promise<CommitmentView> {
    return this.api.post(`/commitments/${id}/move`, input, { version });
  }

  ask({ id }: Promised, input: AskInput, version: number): Promise<CommitmentView> {
    return this.api.post(`/commitments/${id}/ask`, input, { version });
  }

  resume({ id }: Promised, version: number): Promise<CommitmentView> {
    return this.api.post(`/commitments/${id}/resume`, undefined, { version });
  }

  withdraw({ id }: Promised, input: WithdrawInput, version: number): Promise<CommitmentView> {
    return this.api.post(`/commitments/${id}/withdraw`, input, { version });
  }

  /** Hides one answer or update from all but its author and the broker. */
  hideSaid(path: SaidPath, { id }: { readonly id: string }, input: HideSaidInput): Promise<PromisesView> {
    return this.api.post(`/${path}/${id}/hide`, input);
  }

  /** Lets everyone read it again. */
  showSaidAgain(path: SaidPath, { id }: { readonly id: string }): Promise<PromisesView> {
    return this.api.post(`/${path}/${id}/show-again`);
  }

  /** Lets the municipality keep a photo to tell news with; as `sendFile`. */
  keepPhoto(file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView> {
    return sendFile('/update-photos', file, key, onProgress);
  }

  /** Takes a photo away that no news was told with yet. */
  removePhoto(id: string): Promise<void> {
    return this.api.delete(`/update-photos/${id}`);
  }

  /** Says that the status still is right; for who has the link of the mail. */
  confirm(token: string): Promise<RefreshLinkView> {
    return this.api.post('/refresh-links/confirm', { token });
  }
}
