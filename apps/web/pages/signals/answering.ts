import {
  DestroyRef,
  ElementRef,
  Injectable,
  Injector,
  afterNextRender,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import type { ResourceRef } from '@angular/core';
import type { AskView } from '@kernagenda/matching/domain';
import { ApiError } from '@kernagenda/shared/web';
import { AskDrafts } from './ask-drafts';
import { asksNl } from './asks-nl';

/** What was asked as it was heard last, and answering it. */
@Injectable()
export class Answering {
  private readonly drafts = inject(AskDrafts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly isBusy = signal(false);
  readonly failure = signal('');
  /** The code of the last failure. */
  readonly code = signal('');
  readonly isFresh = signal(false);
  private isGone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  /** The last answer that was heard: a failing connection takes nothing from the screen. */
  kept(answer: ResourceRef<AskView | undefined>): () => AskView | null {
    return linkedSignal<AskView | undefined, AskView | null>({
      source: () => (answer.hasValue() ? answer.value() : undefined),
      computation: (ask, previous) => ask ?? previous?.value ?? null,
    });
  }

  /** Sends the answer, and reads anew what is asked, also when somebody was first. */
  async send(ask: AskView, answer: ResourceRef<AskView | undefined>, work: () => Promise<AskView>): Promise<void> {
    this.isBusy.set(true);
    this.failure.set('');
    try {
      answer.set(await work());
      this.isFresh.set(true);
      this.drafts.forget(ask.id);
      const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>('#ask-question')?.focus();
      if (!this.isGone) afterNextRender({ write: focus }, { injector: this.injector });
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      this.code.set(code);
      this.failure.set(asksNl.failures[code] ?? asksNl.failed);
      if (code === 'wrong_state' || code === 'not_found' || code === 'not_allowed') answer.reload();
    } finally {
      this.isBusy.set(false);
    }
  }
}
