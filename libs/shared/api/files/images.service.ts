import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { Problem, imageLimits, imageSizes } from '@kernagenda/shared/domain';
import type { ImageSize } from '@kernagenda/shared/domain';

/** One size of a picture as it is kept: WebP without any metadata. */
export interface EncodedImage {
  readonly size: ImageSize;
  readonly content: Buffer;
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
}

/** The media type of every picture that is kept. */
export const keptImageType = 'image/webp';

/** Two cores, and the decoder of one picture may take 160 MB. */
const maxAtOnce = 2;
const maxWaiting = 20;
const timeoutSeconds = 20;
/** Tried in this order until it fits in what may be stored; half the side is for pictures that are noise all over. */
const attempts = [
  { quality: 78, part: 1 },
  { quality: 60, part: 1 },
  { quality: 40, part: 1 },
  { quality: 40, part: 0.5 },
] as const;

// Of all the formats libvips reads, these three; a decoder that is never reached cannot be attacked.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

/** Makes of what a stranger sends the pictures that are kept: decoded and encoded anew, so nothing else comes along. */
@Injectable()
export class Images {
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * Every size of a picture, the smallest first.
   * @throws Problem `unsupported_image` for what is no JPEG, PNG or WebP or is broken, `image_too_large` for more pixels
   *   than the limit, `too_many_requests` when too many wait for their turn.
   */
  async encode(file: Buffer): Promise<readonly EncodedImage[]> {
    await checkHeader(file);
    return this.inTurn(() => encodeSizes(file));
  }

  private async inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.waiting.length >= maxWaiting) throw new Problem('too_many_requests', 'Too many pictures at once.');
    if (this.busy < maxAtOnce) this.busy += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}

/** Looks at what the file says of itself, before a single pixel is decoded. */
async function checkHeader(file: Buffer): Promise<void> {
  const { width, height } = await readable(() => sharp(file, { limitInputPixels: false }).metadata());
  if (width * height > imageLimits.pixels) {
    throw new Problem('image_too_large', `A picture has at most ${imageLimits.pixels} pixels.`);
  }
}

async function encodeSizes(file: Buffer): Promise<readonly EncodedImage[]> {
  const [largest] = [...imageSizes].reverse();
  const { data, info } = await readable(() =>
    sharp(file, { limitInputPixels: imageLimits.pixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: timeoutSeconds })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const pixels = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const sizes: EncodedImage[] = [];
  for (const size of imageSizes) sizes.push(await encodeSize(pixels, size));
  return sizes;
}

async function encodeSize(pixels: Sharp, size: ImageSize): Promise<EncodedImage> {
  for (const { quality, part } of attempts) {
    const side = size * part;
    const scaled = pixels.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await scaled.webp({ quality }).toBuffer({ resolveWithObject: true });
    if (data.length <= imageLimits.storedBytes) {
      return { size, content: data, width: info.width, height: info.height };
    }
  }
  throw new Problem('image_too_large', 'No quality makes this picture small enough.');
}

async function readable<Answer>(reading: () => Promise<Answer>): Promise<Answer> {
  try {
    return await reading();
  } catch {
    // What libvips says of it is of no use to who sent it.
    throw new Problem('unsupported_image', 'A picture is a whole JPEG, PNG or WebP, by its content.');
  }
}
