import { Component, DOCUMENT, computed, effect, inject, input, output, signal } from '@angular/core';
import { Icon } from '@kernagenda/shared/ui';
import { Clock } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What was decided and until when that can be taken back. */
export interface Undoable {
  readonly message: string;
  readonly until: Date;
}

const tickMs = 250;

/** What was decided, with the seconds in which it can be taken back. Said once; the seconds are only seen. */
@Component({
  selector: 'ka-undo-toast',
  imports: [Icon],
  template: `
    <p class="ka-sr" role="status">{{ announced() }}</p>
    @if (undoable(); as decision) {
      <div class="ka-toast">
        <span
          >{{ decision.message }} <span class="ka-toast__left ka-num">{{ nl.left(seconds()) }}</span></span
        >
        <button type="button" (click)="undone.emit()"><svg kaIcon="undo"></svg>{{ nl.button }}</button>
      </div>
    }
  `,
  host: { class: 'ka-toast-host' },
})
export class UndoToast {
  private readonly clock = inject(Clock);
  readonly undoable = input.required<Undoable | null>();
  readonly undone = output();
  /** The time is over and the decision stands. */
  readonly settled = output();

  protected readonly nl = nl.undo;
  protected readonly seconds = signal(0);
  private readonly isOver = signal(false);
  protected readonly announced = computed(() => {
    const decision = this.undoable();
    if (!decision) return this.isOver() ? nl.undo.over : '';
    return nl.undo.announced(decision.message, this.secondsUntil(decision.until));
  });

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    effect((onCleanup) => {
      const decision = this.undoable();
      if (!decision || !window) return;
      this.isOver.set(false);
      this.seconds.set(this.secondsUntil(decision.until));
      const timer = window.setInterval(() => this.tick(decision.until), tickMs);
      onCleanup(() => window.clearInterval(timer));
    });
  }

  private tick(until: Date): void {
    const left = this.secondsUntil(until);
    this.seconds.set(left);
    if (left > 0) return;
    this.isOver.set(true);
    this.settled.emit();
  }

  private secondsUntil(until: Date): number {
    return Math.max(0, Math.ceil((until.getTime() - this.clock.now().getTime()) / 1000));
  }
}
