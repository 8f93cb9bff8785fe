import { Problem } from '@kernagenda/shared/domain';

/** How many photos a proposal or a message takes, and how long the words about one are, in characters. */
export const photoLimits = { count: 5, description: { max: 250 } } as const;

/** A photo as it is shown; those of a proposal have their files at `/api/v1/photos/{id}/{size}`. */
export interface PhotoView {
  readonly id: string;
  /** What can be seen, for who does not see it; empty when its author gave none. */
  readonly description: string;
  /** True when its author chose to give no description; without one or the other it cannot be sent in. */
  readonly isUndescribed: boolean;
  /** Of the largest size, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A description ends the choice for none, and the other way around; `position` counts from 0. */
export interface PhotoUpdate {
  readonly description?: string;
  readonly isUndescribed?: boolean;
  readonly position?: number;
}

/** Whether its author said something about it, or chose not to (WCAG 2.2, 1.1.1; ATAG 2.0, B.2.3). */
export const isPhotoReady = ({
  description,
  isUndescribed,
}: Pick<PhotoView, 'description' | 'isUndescribed'>): boolean => isUndescribed || description.trim() !== '';

/**
 * Nothing is sent with a photo nobody said anything about.
 * @throws Problem `invalid_input` naming each photo of which its author neither said what it shows nor chose not to.
 */
export function requirePhotosReady(photos: readonly Pick<PhotoView, 'description' | 'isUndescribed'>[]): void {
  const silent = photos.flatMap((photo, index) => (isPhotoReady(photo) ? [] : [`/photos/${index}/description`]));
  const detail = 'a description, or the choice for none';
  if (silent.length === 0) return;
  throw new Problem(
    'invalid_input',
    undefined,
    silent.map((pointer) => ({ pointer, detail })),
  );
}
