import { Injectable, signal } from '@angular/core';

export interface Notice {
  readonly message: string;
  /** Takes back what happened; absent when that is not possible. */
  readonly undo?: () => void;
}

const shownMs = 10_000;

/** The last thing that happened, shown for ten seconds with its way back. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly shown = signal<Notice | null>(null);
  readonly current = this.shown.asReadonly();

  show(notice: Notice): void {
    clearTimeout(this.timer);
    this.shown.set(notice);
    this.timer = setTimeout(() => this.shown.set(null), shownMs);
  }

  undo(): void {
    const undo = this.shown()?.undo;
    clearTimeout(this.timer);
    this.shown.set(null);
    undo?.();
  }
}
