import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { threadLimits } from '@kernagenda/conversations/domain';
import { TalkDrafts, ThreadsClient } from '@kernagenda/conversations/web/threads';
import { Icon } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field, type SummaryError } from '@kernagenda/shared/ui/forms';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { PhotoFields } from '../photos/photo-fields';
import { photosNl } from '../photos/photos-nl';
import type { VillageRef } from '@kernagenda/villages/domain';
import { MessageKeys } from './message-keys';
import { MessagePhotos } from './message-photos';
import { nl } from './nl';

type Name = 'title' | 'body' | 'to';

/** A first message to the brokers of the own village, or from its group to that of another. */
@Component({
  selector: 'ka-new-thread',
  imports: [Control, ErrorSummary, Field, Icon, PhotoFields],
  template: `
    <div class="ka-stack ka-stack--tight">
      <h2 class="ka-desk__title" id="gesprek" tabindex="-1">{{ words().title(village()) }}</h2>
      <p class="ka-soft">{{ words().lead }}</p>
    </div>
    <ka-error-summary [errors]="errors()" />
    @if (failure()) {
      <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
    }
    <form class="ka-stack" novalidate (submit)="send($event)">
      @if (others(); as villages) {
        <ka-field controlId="thread-to" [label]="nl.toVillage.which" [error]="toError()">
          <select #to kaControl class="ka-select" name="dorp" (change)="choose(to.value)">
            <option value="">{{ nl.toVillage.none }}</option>
            @for (one of villages; track one.id) {
              <option [value]="one.id" [selected]="one.id === toId()">{{ one.name }}</option>
            }
          </select>
        </ka-field>
      }
      <ka-field
        controlId="thread-title"
        [label]="nl.start.subject.label"
        [hint]="nl.start.subject.hint"
        [error]="titleError()"
      >
        <input
          kaControl
          class="ka-input"
          name="onderwerp"
          [value]="title()"
          (input)="write('title', $any($event.target).value)"
        />
      </ka-field>
      <ka-field controlId="thread-body" [label]="nl.start.body.label" [hint]="words().hint" [error]="bodyError()">
        <textarea
          kaControl
          class="ka-textarea"
          name="bericht"
          rows="6"
          [value]="body()"
          (input)="write('body', $any($event.target).value)"
        ></textarea>
      </ka-field>
      <ka-photo-fields [photos]="photos" [isSmall]="true" [errors]="photoErrors()" />
      <button type="submit" class="ka-button" [attr.aria-disabled]="isBusy() ? 'true' : null">
        {{ nl.start.send }}
      </button>
    </form>
  `,
  host: { class: 'ka-stack' },
})
export class NewThread {
  private readonly client = inject(ThreadsClient);
  private readonly notices = inject(Notices);
  private readonly drafts = inject(TalkDrafts);
  private readonly keys = inject(MessageKeys);
  protected readonly photos = inject(MessagePhotos);
  readonly villageId = input.required<string>();
  readonly village = input.required<string>();
  /** The villages whose groups can be written to; null for a message to the own broker. */
  readonly others = input<readonly VillageRef[] | null>(null);
  /** The id of the thread that was opened. */
  readonly opened = output<string>();

  protected readonly nl = nl;
  /** What is typed to the broker is not sent to a village. */
  private readonly draft = computed(() => (this.others() ? 'villages' : 'thread'));
  protected readonly title = computed(() => this.drafts.of(this.field('title')));
  protected readonly body = computed(() => this.drafts.of(this.field('body')));
  protected readonly words = computed(() => (this.others() ? nl.toVillage : nl.start));
  protected readonly toId = computed(() => this.drafts.of(this.field('to')));
  protected readonly toError = signal('');
  protected readonly titleError = signal('');
  protected readonly bodyError = signal('');
  protected readonly photoErrors = signal<readonly SummaryError[]>([]);
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);
  protected readonly errors = computed(() => [
    ...(this.toError() ? [{ controlId: 'thread-to', message: this.toError() }] : []),
    ...(this.titleError() ? [{ controlId: 'thread-title', message: this.titleError() }] : []),
    ...(this.bodyError() ? [{ controlId: 'thread-body', message: this.bodyError() }] : []),
    ...this.photoErrors(),
  ]);

  constructor() {
    effect(() => this.photos.open(this.draft()));
  }

  protected write(name: Name, text: string): void {
    this.drafts.write(this.field(name), text);
  }

  protected choose(villageId: string): void {
    this.toError.set('');
    this.write('to', villageId);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await this.photos.settled();
    const [title, body] = [this.title().trim(), this.body().trim()];
    const { title: titles, body: bodies } = threadLimits;
    const { length } = title;
    this.titleError.set(length < titles.min || length > titles.max ? nl.start.titleFault(titles.min, titles.max) : '');
    this.bodyError.set(body ? (body.length > bodies.max ? nl.bodyLong(bodies.max) : '') : nl.bodyFault);
    this.photoErrors.set(this.photos.errors());
    const toVillageId = this.others()?.find(({ id }) => id === this.toId())?.id;
    this.toError.set(this.others() && !toVillageId ? nl.toVillage.fault : '');
    if (this.errors().length || this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      let id = '';
      const sending = await this.photos.sendWith(async (photos) => {
        const input = { villageId: this.villageId(), ...(toVillageId && { toVillageId }), title, body, photos };
        ({ id } = await this.client.open(input, this.keys.of(this.draft(), input)));
      });
      if (sending === 'stuck') this.failure.set(photosNl.notSent);
      if (sending !== 'sent') return;
      this.keys.forget(this.draft());
      this.drafts.forget(this.field('title'), this.field('body'), this.field('to'));
      this.notices.show({ message: nl.sent });
      this.opened.emit(id);
    } catch (error) {
      this.failure.set(nl.failures[error instanceof ApiError ? error.code : 'internal'] ?? nl.failed);
    } finally {
      this.isBusy.set(false);
    }
  }

  private field(name: Name): string {
    return `${this.draft()} ${name}`;
  }
}
