import { Component, computed, input } from '@angular/core';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { imageSizes } from '@kernagenda/shared/domain';
import { nl } from './nl';

const [smallSide] = imageSizes;

/** The photos of a proposal, or of something else with its `path`: small and light, and each in full behind a link. */
@Component({
  selector: 'ka-photo-list',
  template: `
    @for (photo of shown(); track photo.id) {
      <a [attr.href]="photo.large">
        <img
          [attr.src]="photo.small"
          [attr.srcset]="photo.srcset"
          [attr.sizes]="shown().length === 1 ? '22rem' : '(min-width: 40rem) 15rem, 45vw'"
          [attr.width]="photo.width"
          [attr.height]="photo.height"
          [attr.alt]="photo.alt"
          loading="lazy"
          decoding="async"
        />
      </a>
    }
  `,
  host: { class: 'ka-photos' },
})
export class PhotoList {
  readonly photos = input.required<readonly PhotoView[]>();
  readonly path = input('/api/v1/photos');
  protected readonly shown = computed(() =>
    this.photos().map((photo, index) => {
      const [small, large] = imageSizes.map((size) => `${this.path()}/${photo.id}/${size}`);
      const width = Math.round(photo.width * Math.min(1, smallSide / Math.max(photo.width, photo.height)));
      const alt = photo.description || nl.undescribed(index + 1);
      return { ...photo, small, large, srcset: `${small} ${width}w, ${large} ${photo.width}w`, alt };
    }),
  );
}
