import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, signal } from '@angular/core';
import type { Bundle, EveningNoteView } from '@kernagenda/intake/domain/evenings';
import { EveningBook } from '@kernagenda/intake/web/evenings';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError } from '@kernagenda/shared/web';
import { nl } from './nl';

/** Sending an evening in: what goes along, and what became of it. */
@Component({
  selector: 'ka-close-form',
  imports: [Icon],
  templateUrl: './close-form.html',
})
export class CloseForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly book = inject(EveningBook);
  /** The newest first. */
  readonly bundles = input.required<readonly Bundle<EveningNoteView>[]>();

  protected readonly nl = nl.evening.close;
  protected readonly isUnfolded = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly hasConsent = signal(false);
  protected readonly fault = signal('');
  protected readonly failure = signal('');
  private readonly out = signal<ReadonlySet<string>>(new Set());
  /** Everything has to be there before it can be sent in. */
  protected readonly isComplete = computed(
    () => this.book.standing() === 'connected' && this.book.waitingCount() === 0 && this.book.refused().length === 0,
  );
  protected readonly chosen = computed(() => this.bundles().filter(({ main }) => !this.isOut(main.id)).length);
  protected readonly goingCount = computed(() => this.bundles().filter(({ main }) => !main.isLeftOut).length);
  protected readonly mayResume = computed(() => this.book.evening()?.allowedActions.includes('close') ?? false);
  protected readonly sentIn = computed(() => this.bundles().filter(({ main }) => main.proposalId !== null).length);

  protected isOut(id: string): boolean {
    return this.out().has(id);
  }

  protected choose(id: string, isChosen: boolean): void {
    const out = new Set(this.out());
    if (isChosen) out.delete(id);
    else out.add(id);
    this.out.set(out);
  }

  protected unfold(isUnfolded: boolean): void {
    this.isUnfolded.set(isUnfolded);
    this.failure.set('');
    this.focusAfterRender(isUnfolded ? '#evening-close' : '[data-fold]');
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.failure.set('');
    this.fault.set(this.hasConsent() ? '' : this.nl.consentFault);
    if (this.fault()) this.focusAfterRender('#evening-consent');
    else if (this.chosen() === 0) this.failure.set(this.nl.nothing);
    else if (!this.isComplete()) this.failure.set(this.nl.wait);
    if (this.fault() || this.failure() || this.isBusy()) return;
    this.isBusy.set(true);
    const leaveOut = this.bundles()
      .filter(({ main }) => this.isOut(main.id))
      .flatMap(({ main, others }) => [main.id, ...others.map(({ id }) => id)]);
    try {
      await this.book.close({ leaveOut, noteCount: this.book.notes().length, hasConsent: true });
      this.isUnfolded.set(false);
      this.focusAfterRender('#evening-close');
    } catch (error) {
      this.failure.set(error instanceof ApiError && error.code === 'stale_version' ? this.nl.changed : this.nl.failed);
      // Whatever became of it, the page tells how it stands.
      void this.book.sync();
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Whoever began may be unable to go on; anybody who may close takes it up. */
  protected async resume(): Promise<void> {
    this.failure.set('');
    const input = { leaveOut: [], noteCount: this.book.notes().length, hasConsent: true } as const;
    await this.book.close(input).catch(() => this.failure.set(this.nl.failed));
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
