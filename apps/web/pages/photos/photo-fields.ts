import { Component, ElementRef, Injector, afterNextRender, inject, input, output, signal } from '@angular/core';
import { isPhotoReady, photoLimits } from '@kernagenda/proposals/domain/photos';
import { imageTypes } from '@kernagenda/shared/domain';
import { Icon } from '@kernagenda/shared/ui';
import { Control, Field, type SummaryError } from '@kernagenda/shared/ui/forms';
import { Notices } from '@kernagenda/shared/web';
import type { ChosenPhoto } from './chosen-photo';
import type { ChosenPhotos } from './chosen-photos';
import { controlIdOf, photosNl } from './photos-nl';

/** Choosing photos, saying what they show, their order, and how far they are on their way. */
@Component({
  selector: 'ka-photo-fields',
  imports: [Control, Field, Icon],
  templateUrl: './photo-fields.html',
})
export class PhotoFields {
  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly photos = input.required<ChosenPhotos>();
  /** True beside a text that goes without photos mostly. */
  readonly isSmall = input(false);
  /** For the photos that had neither words nor the choice for none when their author went on. */
  readonly errors = input.required<readonly SummaryError[]>();
  /** Just before what was chosen is taken in. */
  readonly choosing = output();

  protected readonly nl = photosNl;
  protected readonly controlId = controlIdOf;
  protected readonly max = photoLimits.description.max;
  protected readonly types = imageTypes.join(',');
  protected readonly unreadable = signal<readonly string[]>([]);

  protected async choose(chooser: HTMLInputElement): Promise<void> {
    this.choosing.emit();
    const files = [...(chooser.files ?? [])];
    // Chosen again after it was taken away, the same photo would otherwise be no change.
    chooser.value = '';
    this.unreadable.set(await this.photos().choose(files));
  }

  protected errorOf(photo: ChosenPhoto, index: number): string {
    if (isPhotoReady(photo)) return '';
    return this.errors().find(({ controlId }) => controlId === controlIdOf(index))?.message ?? '';
  }

  protected statusOf({ id, percent, failure }: ChosenPhoto): string {
    if (failure) return this.nl.failures[failure];
    if (percent !== null) return this.nl.sending(percent);
    return id ? '' : this.nl.waiting;
  }

  protected async keepWords(photo: ChosenPhoto): Promise<void> {
    // What does not arrive now goes with the text.
    await this.photos()
      .keepWords(photo.key)
      .catch(() => undefined);
  }

  protected async setUndescribed(photo: ChosenPhoto, isUndescribed: boolean): Promise<void> {
    this.photos().describe(photo.key, { isUndescribed });
    await this.keepWords(photo);
  }

  protected async moveForward(photo: ChosenPhoto): Promise<void> {
    await this.photos()
      .moveForward(photo.key)
      .catch(() => this.notices.show({ message: this.nl.changeFailed }));
  }

  protected async remove(photo: ChosenPhoto): Promise<void> {
    try {
      const undo = await this.photos().remove(photo.key);
      this.notices.show({ message: this.nl.removed, undo });
    } catch {
      this.notices.show({ message: this.nl.changeFailed });
    }
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>('#photos-choose')?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
