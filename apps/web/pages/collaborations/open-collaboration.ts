import { DOCUMENT, DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { CollaborationAction, CollaborationView } from '@kernagenda/collaborations/domain';
import { collaborationResource } from '@kernagenda/collaborations/web';
import { Session } from '@kernagenda/identity/web';
import { followRooms, isMissing } from '@kernagenda/shared/web';

const burstMs = 100;
const heardKinds = ['collaboration', 'purchase'] as const;

/** The collaboration of the address, as it was last heard of, for all parts of its page. */
@Injectable()
export class OpenCollaboration {
  private readonly session = inject(Session);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly params = toSignal(inject(ActivatedRoute).paramMap);
  readonly id = computed(() => this.params()?.get('id') ?? undefined);
  readonly answer = collaborationResource(this.id);
  readonly isMissing = computed(() => isMissing(this.answer));
  private readonly heard = computed(() => ({
    id: this.id(),
    view: this.answer.hasValue() ? this.answer.value() : null,
    isMissing: this.isMissing(),
  }));
  /** The last that was heard of it: a failing connection takes nothing from the screen. */
  readonly view = linkedSignal<ReturnType<typeof this.heard>, CollaborationView | null>({
    source: this.heard,
    computation: ({ id, view, isMissing }, previous) =>
      view?.id === id ? view : previous && previous.source.id === id && !isMissing ? previous.value : null,
  });
  /** Another object whenever something may have changed, for what the parts load besides. */
  readonly change = signal({});

  private soon = 0;

  constructor() {
    followRooms(
      () => {
        const id = this.id();
        const person = this.session.person();
        if (!id) return [];
        return person ? [`collaboration:${id}`, `person:${person.id}`] : [`collaboration:${id}`];
      },
      (change) => {
        if (change?.kind === 'thread') {
          if (change.threadId === this.view()?.forParties?.threadId) this.change.set({});
        } else if (!change || heardKinds.some((kind) => kind === change.kind)) this.reloadSoon();
      },
    );
    inject(DestroyRef).onDestroy(() => this.window?.clearTimeout(this.soon));
  }

  may(action: CollaborationAction): boolean {
    return this.view()?.allowedActions.includes(action) ?? false;
  }

  /** After a change: shows at once what it answered, and reads again what hangs on it. */
  took(after: unknown): void {
    if (isView(after) && after.id === this.id()) this.answer.set(after);
    this.reloadSoon();
  }

  /** Once for all that happens in a moment: who changed something also hears of it. */
  reloadSoon(): void {
    this.window?.clearTimeout(this.soon);
    this.soon = this.window?.setTimeout(() => this.reload(), burstMs) ?? 0;
  }

  reload(): void {
    this.answer.reload();
    this.change.set({});
  }
}

const isView = (after: unknown): after is CollaborationView =>
  typeof after === 'object' && after !== null && 'parties' in after;
