import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasSeen } from '../http/versions';
import type { PrintedPage } from './page-printer';

/** Answers a printed page as PDF under a file name; nothing more than 304 to who has it already. */
export function answerPrinted(
  request: FastifyRequest,
  reply: FastifyReply,
  { content, tag }: PrintedPage,
  fileName: string,
): Buffer | undefined {
  // What is hidden since may not stay anywhere: whoever has it asks whether it is still so.
  void reply.type('application/pdf').header('etag', tag).header('cache-control', 'private, no-cache');
  void reply.header('content-disposition', `inline; filename="${fileName}"`);
  if (!hasSeen(request, tag)) return content;
  void reply.status(304);
  return undefined;
}
