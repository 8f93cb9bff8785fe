import { Injectable, PLATFORM_ID, computed, effect, inject, signal, untracked } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { SimilarAnswer } from '@kernagenda/matching/domain';
import { MatchingClient } from '@kernagenda/matching/web';
import type { QueueItem } from '@kernagenda/moderation/domain';

/** The front of the queue; the rest is asked for as it moves up. Others type on the same network, under one limit. */
const asked = 20;

const keyOf = ({ proposalId, version }: QueueItem): string => `${proposalId}:${version}`;

/** Which villages want the same as what waits to be read. Asked one by one, and once for each text. */
@Injectable()
export class QueueMatches {
  private readonly matching = inject(MatchingClient);
  private readonly isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly answers = signal<ReadonlyMap<string, SimilarAnswer>>(new Map());
  private readonly wanted = signal<readonly QueueItem[]>([]);
  private isAsking = false;

  /** Names of the other villages that surely want the same, by submission. */
  readonly villages = computed(
    () =>
      new Map(
        this.wanted().flatMap((item) => {
          const names = strongElsewhere(this.of(item)).map(({ village }) => village.name);
          return names.length ? [[item.proposalId, [...new Set(names)].slice(0, 3).join(', ')] as const] : [];
        }),
      ),
  );

  constructor() {
    effect(() => {
      this.wanted();
      if (this.isBrowser) untracked(() => void this.ask());
    });
  }

  follow(queue: readonly QueueItem[], reading: QueueItem | null): void {
    this.wanted.set([...(reading ? [reading] : []), ...queue.slice(0, asked)]);
  }

  of(item: QueueItem): SimilarAnswer | null {
    return this.answers().get(keyOf(item)) ?? null;
  }

  private async ask(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      for (let item = this.nextUnknown(); item; item = this.nextUnknown()) {
        const { title, body, village } = item;
        const answer = await this.matching.similar({ villageId: village.id, title, body });
        this.answers.set(new Map([...this.answers(), [keyOf(item), answer]]));
      }
    } catch {
      // A desk without these hints still works; the next change of the queue asks again.
    } finally {
      this.isAsking = false;
    }
  }

  private nextUnknown(): QueueItem | undefined {
    return this.wanted().find((item) => !this.answers().has(keyOf(item)));
  }
}

/** The points of other villages that surely want the same. */
export function strongElsewhere(answer: SimilarAnswer | null): SimilarAnswer['elsewhere'] {
  return (answer?.elsewhere ?? []).filter(({ tier }) => tier === 'strong');
}
