import { imageLimits } from '@kernagenda/shared/domain';

/** A photo as it leaves this device, and a small picture of it for the form. */
export interface ShrunkPhoto {
  readonly file: Blob;
  /** A `data:` address, which the pages may show; a `blob:` one they may not. */
  readonly preview: string;
}

const previewSide = 320;

/**
 * Draws a photo upright and small enough to send, without the place where it was taken; null when this browser cannot
 * read it.
 */
export async function shrinkPhoto(photo: Blob): Promise<ShrunkPhoto | null> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return null;
  const file = await new Promise<Blob | null>((resolve) => {
    draw(picture, imageLimits.sentSide)?.toBlob(resolve, 'image/jpeg', 0.82);
  });
  const preview = draw(picture, previewSide)?.toDataURL('image/jpeg', 0.7);
  picture.close();
  return file && preview ? { file, preview } : null;
}

function draw(picture: ImageBitmap, longestSide: number): HTMLCanvasElement | null {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  // A JPEG knows no transparency: without this a see-through background turns black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
