import { ApiError } from '@kernagenda/shared/web';
import { failureOf } from './chosen-photo';

it.each([
  [new ApiError(0, null), 'line'],
  [new ApiError(415, { code: 'unsupported_image' } as never), 'refused'],
  [new ApiError(413, { code: 'image_too_large' } as never), 'refused'],
  [new ApiError(409, { code: 'too_many_photos' } as never), 'full'],
  [new ApiError(500, null), 'failed'],
  [new Error('odd'), 'failed'],
])('a photo that did not arrive says why: %s is %s', (error, failure) => {
  expect(failureOf(error)).toBe(failure);
});
