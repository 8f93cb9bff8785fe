import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Images, RateLimits } from '@kernagenda/shared/api';
import type { EncodedImage, IdempotentCall, SentFileReader } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';

/** For one person; enough for five photos on a line that breaks. */
const uploads = { count: 30, seconds: 600 };

/** A photo somebody sent, encoded anew. */
export interface TakenPhoto {
  readonly sizes: readonly EncodedImage[];
  /** Of the largest size, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The call with which it came, which knows the file; null when its sender named none. */
  readonly call: IdempotentCall | null;
}

/** Takes in what people send as a photo, of a proposal or of anything else; how it is kept is for whose it is. */
@Injectable()
export class PhotoIntake {
  constructor(
    private readonly images: Images,
    private readonly rateLimits: RateLimits,
  ) {}

  /** @throws Problem `too_many_requests`, or what `Images.encode` throws. */
  async take(actor: Actor, read: SentFileReader, call: IdempotentCall | null): Promise<TakenPhoto> {
    this.rateLimits.take('photos', actor.personId, uploads);
    const file = await read();
    const sizes = await this.images.encode(file);
    const { width, height } = sizes[sizes.length - 1] ?? { width: 0, height: 0 };
    const bodyHash = createHash('sha256').update(file).digest('hex');
    return { sizes, width, height, call: call && { ...call, bodyHash } };
  }
}
