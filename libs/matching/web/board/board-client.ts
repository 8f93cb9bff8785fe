import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  AmountInput,
  Benefit,
  DeclineInput,
  MatchBoard,
  MatchFlagState,
  MatchFlagView,
  SnoozeInput,
} from '@kernagenda/matching/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

export interface BoardFilter {
  readonly state: MatchFlagState;
  /** Slug of a village. */
  readonly village: string | undefined;
  readonly theme: Theme | undefined;
  readonly benefit: Benefit | undefined;
}

/** How many points a flag has; one that stands for two villages is one. */
export const pointCount = ({ points }: Pick<MatchFlagView, 'points'>): number =>
  new Set(points.map(({ proposalId }) => proposalId)).size;

type FlagRef = Pick<MatchFlagView, 'id' | 'version'>;

const limit = '100';

/** The flags this person may read, most villages first, at most a hundred. */
export const boardResource = (filter: () => BoardFilter | undefined): ResourceRef<MatchBoard | undefined> =>
  apiResource('board', () => {
    const wanted = filter();
    if (!wanted) return undefined;
    const asked = Object.entries(wanted).filter((entry): entry is [string, string] => !!entry[1]);
    return `/match-flags?${new URLSearchParams([...asked, ['limit', limit]]).toString()}`;
  });

/** One flag, in whatever state. */
export const flagResource = (id: () => string | undefined): ResourceRef<MatchFlagView | undefined> =>
  apiResource('flag', () => {
    const flagId = id();
    return flagId ? `/match-flags/${encodeURIComponent(flagId)}` : undefined;
  });

/** What a broker does with a flag; answers the flag as it is then. */
@Injectable({ providedIn: 'root' })
export class BoardClient {
  private readonly api = inject(Api);

  confirm(flag: FlagRef): Promise<MatchFlagView> {
    return this.act(flag, 'confirm');
  }

  snooze(flag: FlagRef, input: SnoozeInput): Promise<MatchFlagView> {
    return this.act(flag, 'snooze', input);
  }

  wake(flag: FlagRef): Promise<MatchFlagView> {
    return this.act(flag, 'wake');
  }

  decline(flag: FlagRef, input: DeclineInput): Promise<MatchFlagView> {
    return this.act(flag, 'decline', input);
  }

  reopen(flag: FlagRef): Promise<MatchFlagView> {
    return this.act(flag, 'reopen');
  }

  /** Asks every village of it. */
  introduce(flag: FlagRef): Promise<MatchFlagView> {
    return this.act(flag, 'introduce');
  }

  undoIntroduction(flag: FlagRef): Promise<MatchFlagView> {
    return this.act(flag, 'undo-introduction');
  }

  /** Goes on with those who said yes. */
  proceed(flag: FlagRef): Promise<MatchFlagView> {
    return this.act(flag, 'proceed');
  }

  /** Puts right what was read in the text of a point; all null when it names nothing. */
  correctAmount({ id, version }: FlagRef, proposalId: string, input: AmountInput): Promise<MatchFlagView> {
    return this.api.put(`/match-flags/${id}/amounts/${proposalId}`, input, { version });
  }

  /** Back to what the rules read in the text. */
  forgetAmount({ id, version }: FlagRef, proposalId: string): Promise<void> {
    return this.api.delete(`/match-flags/${id}/amounts/${proposalId}`, { version });
  }

  private act({ id, version }: FlagRef, action: string, input?: unknown): Promise<MatchFlagView> {
    return this.api.post(`/match-flags/${id}/${action}`, input, { version });
  }
}
