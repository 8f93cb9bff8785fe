/** What a picture may be that somebody sends in; used by browser and server alike. Sides are the longest, in pixels. */
export const imageLimits = {
  bytes: 10 * 1024 * 1024,
  pixels: 40_000_000,
  /** A browser makes it this small before it leaves the device. */
  sentSide: 2048,
  /** No stored size of it is larger, in bytes. */
  storedBytes: 500_000,
} as const;

/** The types a picture may have, by its content. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The sizes in which a picture is kept, by their longest side in pixels; a smaller picture is never enlarged. */
export const imageSizes = [480, 1600] as const;
export type ImageSize = (typeof imageSizes)[number];
