import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, imageSizes } from '@kernagenda/shared/domain';
import type { ImageSize } from '@kernagenda/shared/domain';
import { hasSeen } from '../http/versions';
import { keptImageType } from './images.service';

/** One size of a kept picture, as who asks may see it. */
export interface ImageFile {
  readonly isPublic: boolean;
  /** Null when who asks has it already. */
  readonly content: Buffer | null;
}

/**
 * Answers with one size of a kept picture, or with 304 to who has it. Its content never changes, so its tag does not
 * either; `find` is asked every time whether who asks may see it.
 * @throws Problem `not_found` for a size there is not, and what `find` throws.
 */
export async function answerImage(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  sizeText: string,
  find: (size: ImageSize, isSeen: boolean) => Promise<ImageFile>,
): Promise<Buffer | undefined> {
  const size = imageSizes.find((known) => String(known) === sizeText);
  if (!size) throw new Problem('not_found');
  const tag = `"${id}-${size}"`;
  const { content, isPublic } = await find(size, hasSeen(request, tag));
  describeImage(reply, tag, `foto-${size}`, isPublic);
  if (content) return content;
  void reply.status(304);
  return undefined;
}

/** How long a browser shows a public picture again without asking, in seconds. */
const keptSeconds = 300;

/**
 * The headers of a kept picture. An address never changes its picture, but who may see it does: nothing between us and
 * the browser keeps it, and a browser asks again after five minutes, so what is hidden is gone by then; what is not
 * public is not kept at all. Opened by itself it is a picture in a sandbox, whatever somebody made of it.
 */
function describeImage(reply: FastifyReply, tag: string, name: string, isPublic: boolean): void {
  void reply
    .type(keptImageType)
    .header('etag', tag)
    .header('cache-control', isPublic ? `private, max-age=${keptSeconds}` : 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `inline; filename="${name}.webp"`)
    .header('content-security-policy', "default-src 'none'; sandbox");
}
