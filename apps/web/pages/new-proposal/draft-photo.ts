import type { PhotoView } from '@kernagenda/proposals/domain';
import { imageSizes } from '@kernagenda/shared/domain';
import { type ChosenPhoto, notOnItsWay } from '../photos/chosen-photo';

/** One that the municipality has. */
export const arrived = ({ id, description, isUndescribed }: PhotoView): ChosenPhoto => ({
  ...notOnItsWay,
  ...{ key: id, id, description, isUndescribed },
  preview: `/api/v1/photos/${id}/${imageSizes[0]}`,
  areWordsKept: true,
  file: null,
});

/** Those of the municipality, in its order, and behind them what it does not have and this page still holds. */
export function meet(own: readonly ChosenPhoto[], photos: readonly PhotoView[]): readonly ChosenPhoto[] {
  const isThere = (id: string | null): boolean => photos.some((photo) => photo.id === id);
  const isHere = (id: string): boolean => own.some((photo) => photo.id === id);
  // A text that became another proposal leaves behind what the first one has; what this page still holds goes along.
  const kept = own
    .filter(({ id, file }) => isThere(id) || file !== null)
    .map((photo) => (isThere(photo.id) ? photo : { ...photo, id: null, areWordsKept: false }));
  return [...photos.filter(({ id }) => !isHere(id)).map(arrived), ...kept];
}
