import { Component, inject } from '@angular/core';
import { photosNl } from '../photos/photos-nl';
import { DraftPhotos } from './draft-photos';

/** The photos that go with a proposal, to look at once more. */
@Component({
  selector: 'ka-photo-lines',
  template: `
    @if (photos.all().length) {
      <h3>{{ nl.title }}</h3>
      <ul class="ka-photos">
        @for (photo of photos.all(); track photo.key) {
          <li>
            <img
              [attr.src]="photo.preview"
              [attr.alt]="photo.isUndescribed ? nl.undescribed($index + 1) : photo.description"
              width="320"
              height="240"
            />
            @if (photo.percent !== null) {
              <p class="ka-small ka-soft">{{ nl.sending(photo.percent) }}</p>
              <progress [attr.aria-label]="nl.progress($index + 1)" max="100" [value]="photo.percent"></progress>
            }
          </li>
        }
      </ul>
    }
  `,
})
export class PhotoLines {
  protected readonly photos = inject(DraftPhotos);
  protected readonly nl = photosNl;
}
