import { Injectable, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import type { ProcurementAction, PurchaseView } from '@kernagenda/procurement/domain';
import { purchaseResource, purchasesOfResource } from '@kernagenda/procurement/web';
import { OpenCollaboration } from './open-collaboration';

/** The newest joint purchase of the collaboration of the address, as it was last heard of. */
@Injectable()
export class OpenPurchase {
  private readonly collaboration = inject(OpenCollaboration);
  /** The collaboration tells that something is bought: without it there is nothing to ask for. */
  private readonly isBuying = computed(
    () => this.collaboration.view()?.history.some(({ kind }) => kind === 'purchase') ?? null,
  );
  private readonly list = purchasesOfResource(() => (this.isBuying() ? this.collaboration.id() : undefined));
  /** Null when there is none, undefined while that is not known. */
  private readonly newestId = computed(() => {
    if (this.isBuying() === false) return null;
    return this.list.hasValue() ? (this.list.value().items[0]?.id ?? null) : undefined;
  });
  private readonly answer = purchaseResource(() => this.newestId() ?? undefined);
  private readonly heard = computed(() => ({
    of: this.collaboration.id(),
    newestId: this.newestId(),
    view: this.answer.hasValue() ? this.answer.value() : null,
  }));
  /** Null when there is none; a failing connection takes nothing from the screen. */
  readonly view = linkedSignal<ReturnType<typeof this.heard>, PurchaseView | null>({
    source: this.heard,
    computation: ({ of, newestId, view }, previous) => {
      if (newestId === null) return null;
      if (view && view.id === newestId) return view;
      return previous && previous.source.of === of ? previous.value : null;
    },
  });

  constructor() {
    let isFirst = true;
    effect(() => {
      this.collaboration.change();
      if (!isFirst) untracked(() => this.readAgain());
      isFirst = false;
    });
  }

  may(action: ProcurementAction): boolean {
    return this.view()?.allowedActions.includes(action) ?? false;
  }

  /** Of the purchase as it is on the screen; for what changes nothing that somebody else can have changed. */
  version(): number {
    return this.view()?.version ?? 0;
  }

  /** After a change: shows at once what it answered, and reads again what hangs on it. */
  took(after: unknown): void {
    if (isPurchase(after) && after.id === this.newestId()) this.answer.set(after);
    this.collaboration.reloadSoon();
  }

  reload(): void {
    this.collaboration.reload();
  }

  private readAgain(): void {
    if (this.isBuying()) this.list.reload();
    if (this.newestId()) this.answer.reload();
  }
}

const isPurchase = (after: unknown): after is PurchaseView =>
  typeof after === 'object' && after !== null && 'perVillage' in after;
