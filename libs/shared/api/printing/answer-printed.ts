import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';
import { hasSeen } from '../http/versions';
import type { PrintedPage } from './page-printer';

/** Browsers name pages where a person follows a link; programs ask for anything, or for what they take. */
const readsPages = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

/**
 * Answers a printed page as PDF under its file name; nothing more than 304 to who has it already. When nothing can be
 * printed, who reads pages (`Accept: text/html`) is led with a 303 to `page`, which says so and can be printed there.
 * @throws Problem as `making` does; `unavailable` for programs alone.
 */
export async function answerPrinted(
  request: FastifyRequest,
  reply: FastifyReply,
  making: Promise<PrintedPage & { readonly fileName: string }>,
  page: string,
): Promise<Buffer | undefined> {
  const printed = await making.catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'unavailable' && readsPages(request)) return null;
    throw error;
  });
  if (!printed) {
    const location = `${page}${page.includes('?') ? '&' : '?'}melding=geen-pdf`;
    void reply.status(303).header('cache-control', 'no-store').header('location', location);
    return undefined;
  }
  const { content, tag, fileName } = printed;
  // What is hidden since may not stay anywhere: whoever has it asks whether it is still so.
  void reply.type('application/pdf').header('etag', tag).header('cache-control', 'private, no-cache');
  void reply.header('content-disposition', `inline; filename="${fileName}"`);
  if (!hasSeen(request, tag)) return content;
  void reply.status(304);
  return undefined;
}
