import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, imageLimits } from '@kernagenda/shared/domain';

/** The only kind of route that may be sent a form with a file of so many bytes; every other one answers 415. */
export const TakesFile = (bytes: number = imageLimits.bytes): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesFile: bytes }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: `At most ${bytes} bytes` } },
      },
    }),
  );

/** Reads the file, once; a service checks first whether it wants it. */
export type SentFileReader = () => Promise<Buffer>;

/** Of a route with `TakesFile`: reads the one file of the form, in memory and never on disk. */
export const SentFile = createParamDecorator((_: unknown, context: ExecutionContext): SentFileReader => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return async () => {
    const { content } = await readFile(request).catch((error: unknown) => {
      const isTooLarge = error instanceof Problem && error.code === 'body_too_large';
      throw isTooLarge ? new Problem('image_too_large', `A picture has at most ${imageLimits.bytes} bytes.`) : error;
    });
    return content;
  };
});

/** A file with the name its sender gave it: words of a stranger, to show and never to open anything by. */
export interface SentDocument {
  readonly name: string;
  readonly content: Buffer;
}

/** Of a route with `TakesFile`: as `SentFile`, for what is no picture. @throws Problem `body_too_large` */
export const SentDocumentFile = createParamDecorator(
  (_: unknown, context: ExecutionContext): (() => Promise<SentDocument>) => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return () => readFile(request);
  },
);

/** Lets a form with a file pass to the routes that take one. */
export async function acceptFiles(server: FastifyInstance): Promise<void> {
  const limits = { fileSize: imageLimits.bytes, files: 1, fields: 0, parts: 1, headerPairs: 10 };
  await server.register(multipart, { limits });
  server.addHook('preValidation', async (request) => {
    const { config } = request.routeOptions;
    if (request.isMultipart() && !('takesFile' in config)) throw new Problem('unsupported_media_type');
  });
}

async function readFile(request: FastifyRequest): Promise<SentDocument> {
  if (!request.isMultipart()) throw new Problem('unsupported_media_type', 'Send multipart/form-data with one file.');
  try {
    let file: SentDocument | null = null;
    for await (const part of request.parts({ limits: { fileSize: bytesTaken(request) } })) {
      // Also one that is not wanted is read to its end: the rest of the form waits behind it.
      const content = part.type === 'file' ? await part.toBuffer() : null;
      if (part.fieldname === 'file') file = content && part.type === 'file' ? { name: part.filename, content } : null;
    }
    if (file) return file;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
    if (isTooLarge) throw new Problem('body_too_large', `A file has at most ${bytesTaken(request)} bytes.`);
  }
  throw new Problem('invalid_input', undefined, [{ pointer: '/file', detail: 'one file, and nothing else' }]);
}

function bytesTaken({ routeOptions: { config } }: FastifyRequest): number {
  return 'takesFile' in config && typeof config.takesFile === 'number' ? config.takesFile : imageLimits.bytes;
}
