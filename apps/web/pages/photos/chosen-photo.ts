import { ApiError } from '@kernagenda/shared/web';
import type { KeptPhoto } from './kept-photos';

/** Why a photo is not with the municipality: the line broke, it does not take this one, or something else went wrong. */
export type PhotoFailure = 'line' | 'refused' | 'full' | 'failed';

/** What only this device has to know. */
type OfThisDevice = 'draftId' | 'place' | 'keptAt';

/** A photo that goes with what somebody writes, on this device or with the municipality already. */
export interface ChosenPhoto extends Omit<KeptPhoto, OfThisDevice | 'file'> {
  /** Whether the municipality has these words. */
  readonly areWordsKept: boolean;
  /** Null once the municipality has it and this page was opened anew. */
  readonly file: Blob | null;
  /** How much of it has left, in percent; null while it is not on its way. */
  readonly percent: number | null;
  readonly failure: PhotoFailure | null;
}

export type PhotoWords = Pick<ChosenPhoto, 'description' | 'isUndescribed'>;

export const notOnItsWay = { percent: null, failure: null } as const;

/** One that waits on this device. */
export const waiting = (photo: Omit<KeptPhoto, OfThisDevice>): ChosenPhoto => ({
  ...photo,
  ...notOnItsWay,
  areWordsKept: false,
});

export function failureOf(error: unknown): PhotoFailure {
  const code = error instanceof ApiError ? error.code : 'internal';
  if (code === 'unreachable') return 'line';
  if (code === 'too_many_photos') return 'full';
  return code === 'unsupported_image' || code === 'image_too_large' ? 'refused' : 'failed';
}
