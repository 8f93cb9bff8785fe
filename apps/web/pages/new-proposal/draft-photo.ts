import type { PhotoView } from '@kernagenda/proposals/domain';
import { imageSizes } from '@kernagenda/shared/domain';
import { ApiError } from '@kernagenda/shared/web';
import type { KeptPhoto } from './kept-photos';

/** Why a photo is not with the municipality: the line broke, it does not take this one, or something else went wrong. */
export type PhotoFailure = 'line' | 'refused' | 'full' | 'failed';

/** A photo of the draft that is open, on this device or with the municipality already. */
export interface DraftPhoto extends Omit<KeptPhoto, 'draftId' | 'file'> {
  /** Whether the municipality has these words. */
  readonly areWordsKept: boolean;
  /** Null once the municipality has it and this page was opened anew. */
  readonly file: Blob | null;
  /** Its id with the municipality; null until it has arrived. */
  readonly id: string | null;
  /** How much of it has left, in percent; null while it is not on its way. */
  readonly percent: number | null;
  readonly failure: PhotoFailure | null;
}

const notOnItsWay = { percent: null, failure: null } as const;

/** One that waits on this device. */
export const waiting = (photo: Omit<KeptPhoto, 'draftId'>): DraftPhoto => ({
  ...photo,
  ...notOnItsWay,
  areWordsKept: false,
  id: null,
});

/** One that the municipality has. */
export const arrived = ({ id, description, isUndescribed }: PhotoView): DraftPhoto => ({
  ...notOnItsWay,
  ...{ key: id, id, description, isUndescribed },
  preview: `/api/v1/photos/${id}/${imageSizes[0]}`,
  areWordsKept: true,
  file: null,
});

/** Those of the municipality, in its order, and behind them what it does not have and this page still holds. */
export function meet(own: readonly DraftPhoto[], photos: readonly PhotoView[]): readonly DraftPhoto[] {
  const isThere = (id: string | null): boolean => photos.some((photo) => photo.id === id);
  const isHere = (id: string): boolean => own.some((photo) => photo.id === id);
  // A text that became another proposal leaves behind what the first one has; what this page still holds goes along.
  const kept = own
    .filter(({ id, file }) => isThere(id) || file !== null)
    .map((photo) => (isThere(photo.id) ? photo : { ...photo, id: null, areWordsKept: false }));
  return [...photos.filter(({ id }) => !isHere(id)).map(arrived), ...kept];
}

export function failureOf(error: unknown): PhotoFailure {
  const code = error instanceof ApiError ? error.code : 'internal';
  if (code === 'unreachable') return 'line';
  if (code === 'too_many_photos') return 'full';
  return code === 'unsupported_image' || code === 'image_too_large' ? 'refused' : 'failed';
}
