import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { flagChanges } from '@kernagenda/matching/domain/concepts';
import type { LexiconPreviewView, PreviewInput, PreviewMemberView } from '@kernagenda/matching/domain/concepts';
import { LexiconClient } from '@kernagenda/matching/web/lexicon';
import { ApiError } from '@kernagenda/shared/web';
import { nl } from './nl';

const pauseMs = 600;

/** Which points and flags would change, asked for when the typing pauses. */
@Component({
  selector: 'ka-concept-preview',
  imports: [RouterLink],
  templateUrl: './concept-preview.html',
  host: { class: 'ka-concept__preview', role: 'region', 'aria-labelledby': 'preview-title' },
})
export class ConceptPreview {
  private readonly client = inject(LexiconClient);
  /** What is tried; null while there is too little of it, or nothing was changed. */
  readonly tried = input.required<PreviewInput | null>();
  readonly waiting = input.required<string>();

  protected readonly nl = nl.preview;
  private readonly asked = signal<PreviewInput | undefined>(undefined);
  private underWay: Promise<unknown> = Promise.resolve();
  private readonly answer = resource({
    params: () => this.asked(),
    loader: ({ params, abortSignal }) => this.ask(params, abortSignal),
  });
  /** Stays while the next one is on its way; goes with what it was about. */
  protected readonly shown = linkedSignal<
    { readonly answer: LexiconPreviewView | null; readonly isOver: boolean },
    LexiconPreviewView | null
  >({
    source: () => ({
      answer: this.answer.hasValue() ? this.answer.value() : null,
      isOver: !this.tried() || !!this.answer.error(),
    }),
    computation: ({ answer, isOver }, before) => (isOver ? null : (answer ?? before?.value ?? null)),
  });
  protected readonly told = computed(() => {
    if (!this.tried()) return this.waiting();
    const error = this.answer.error();
    if (error) return isFaulty(error) ? nl.preview.faulty : nl.preview.failed;
    const shown = this.shown();
    return shown && !this.answer.isLoading() ? summaryOf(shown) : nl.preview.asking;
  });

  constructor() {
    effect((onCleanup) => {
      const tried = this.tried() ?? undefined;
      const timer = setTimeout(() => this.asked.set(tried), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** One at a time: what was typed meanwhile is asked once, as it is then. */
  private async ask(input: PreviewInput, signal: AbortSignal): Promise<LexiconPreviewView> {
    await this.underWay;
    signal.throwIfAborted();
    const answer = this.client.preview(input);
    this.underWay = answer.catch(() => undefined);
    return answer;
  }

  protected names(members: readonly PreviewMemberView[]): string {
    return members.map(({ title, village }) => nl.preview.member(title, village.name)).join(', ');
  }

  protected concepts(names: readonly string[]): string {
    return names.length ? names.join(', ') : nl.preview.noConcept;
  }

  protected flagsBeyond({ flagCounts, flags }: LexiconPreviewView): number {
    return flagChanges.reduce((sum, change) => sum + flagCounts[change], 0) - flags.length;
  }
}

function isFaulty(error: Error): boolean {
  const cause = error.cause ?? error;
  return cause instanceof ApiError && ['invalid_input', 'already_exists'].includes(cause.code);
}

/** In one sentence: "3 punten lezen anders, 1 signaal erbij." */
function summaryOf({ pointCount, flagCounts }: LexiconPreviewView): string {
  const parts = [
    ...(pointCount ? [nl.preview.points(pointCount)] : []),
    ...flagChanges
      .filter((change) => flagCounts[change])
      .map((change) => nl.preview.changes[change](flagCounts[change])),
  ];
  return parts.length ? `${parts.join(', ')}.` : nl.preview.nothing;
}
