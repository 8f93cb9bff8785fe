import { Component, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { type NoteView, threadLimits } from '@kernagenda/conversations/domain';
import { TalkDrafts, ThreadsClient, notesResource } from '@kernagenda/conversations/web/threads';
import { Icon } from '@kernagenda/shared/ui';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { ApiError, dayName, timeName } from '@kernagenda/shared/web';
import { MessageKeys } from './message-keys';
import { nl } from './nl';

/** What colleagues of the municipality tell each other about a question, folded away from what the resident reads. */
@Component({
  selector: 'ka-thread-notes',
  imports: [Control, Field, Icon],
  template: `
    <details class="ka-fold ka-inbox" [open]="isOpen()" (toggle)="isOpen.set($any($event.target).open)">
      <summary>{{ nl.notes.title(notes().length) }}</summary>
      <div class="ka-stack ka-stack--near">
        <p class="ka-small ka-soft">{{ nl.notes.hint }}</p>
        @if (failure()) {
          <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
        }
        <form class="ka-notes__form" novalidate (submit)="add($event)">
          <ka-field controlId="note" [label]="nl.notes.label" [error]="error()">
            <textarea
              kaControl
              class="ka-textarea"
              name="notitie"
              rows="2"
              [value]="draft()"
              (input)="write($any($event.target).value)"
            ></textarea>
          </ka-field>
          <button type="submit" class="ka-button ka-button--second ka-button--small">{{ nl.notes.button }}</button>
        </form>
        <ul class="ka-notes">
          @for (note of notes(); track note.id) {
            <li>
              <p class="ka-small">
                <b>{{ note.isMine ? nl.you : (note.author ?? nl.gone) }}</b>&ngsp;<span class="ka-soft"
                  >{{ dayName(note.createdAt) }}, {{ timeName(note.createdAt) }}</span
                >
              </p>
              <p class="ka-prewrap">{{ note.body }}</p>
            </li>
          }
        </ul>
      </div>
    </details>
  `,
})
export class ThreadNotes {
  private readonly client = inject(ThreadsClient);
  private readonly drafts = inject(TalkDrafts);
  private readonly keys = inject(MessageKeys);
  readonly threadId = input.required<string>();
  /** Another object whenever something of this thread may have changed. */
  readonly heard = input.required<object>();

  protected readonly nl = nl;
  protected readonly dayName = dayName;
  protected readonly timeName = timeName;
  private readonly answer = notesResource(this.threadId);
  /** Those of one thread are never shown at another. */
  protected readonly notes = linkedSignal<
    { readonly id: string; readonly items: readonly NoteView[] | null },
    readonly NoteView[]
  >({
    source: () => ({ id: this.threadId(), items: this.answer.hasValue() ? this.answer.value().items : null }),
    computation: ({ id, items }, previous) => items ?? (previous?.source.id === id ? previous.value : []),
  });
  protected readonly error = linkedSignal({ source: this.threadId, computation: () => '' });
  protected readonly failure = linkedSignal({ source: this.threadId, computation: () => '' });
  /** What was being typed is not folded away. */
  protected readonly isOpen = linkedSignal({ source: this.threadId, computation: () => untracked(this.draft) !== '' });
  private readonly isBusy = signal(false);

  constructor() {
    let isFirst = true;
    effect(() => {
      this.heard();
      if (!isFirst) untracked(() => this.answer.reload());
      isFirst = false;
    });
  }

  protected readonly draft = (): string => this.drafts.of(this.field());

  protected write(body: string): void {
    this.error.set('');
    this.drafts.write(this.field(), body);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [id, field, typed] = [this.threadId(), this.field(), this.draft()];
    const body = typed.trim();
    const { max } = threadLimits.note;
    this.error.set(body ? (body.length > max ? nl.bodyLong(max) : '') : nl.notes.fault);
    if (this.error() || this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      const { items } = await this.client.addNote(id, { body }, this.keys.of(field, { body }));
      this.keys.forget(field);
      if (this.drafts.of(field) === typed) this.drafts.forget(field);
      if (this.threadId() === id) this.notes.set(items);
    } catch (error) {
      this.failure.set((error instanceof ApiError && nl.notes.failures[error.code]) || nl.failed);
    } finally {
      this.isBusy.set(false);
    }
  }

  private field(): string {
    return `notitie ${this.threadId()}`;
  }
}
