import sharp from 'sharp';
import type { Page } from '@playwright/test';

export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A photo as a telephone takes it: with its owner and the place in its EXIF. */
export async function aPhoto(width = 3000, height = 2000): Promise<SentFile> {
  const buffer = await sharp({ create: { width, height, channels: 3, background: '#3a7d44' } })
    .withExif({
      IFD0: { Make: 'Telefoon', Artist: 'Bewoner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 53/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 15/1 0/1' },
    })
    .jpeg()
    .toBuffer();
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer };
}

/**
 * Another page of the same person, of which the console is not read: to a browser a line that breaks is an error, and so
 * is its own viewer of a picture in a sandbox.
 */
export const aPageWithoutErrors = (page: Page): Promise<Page> => page.context().newPage();
