import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import swaggerFolder from 'swagger-ui-dist/absolute-path.js';
import { Problem } from '@kernagenda/shared/domain';
import { Access } from '../access/access.decorator';
import { OpenApi } from './open-api';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kernagenda API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });
`;

const assets: Readonly<Record<string, { readonly type: string; readonly read: () => Promise<string> }>> = {
  'start.js': { type: 'text/javascript', read: async () => start },
  'swagger-ui.css': { type: 'text/css', read: () => readAsset('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: 'text/javascript', read: () => readAsset('swagger-ui-bundle.js') },
};

/** Everything from this server, nothing inline; the icons in the style sheet are data. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function readAsset(name: string): Promise<string> {
  return readFile(join(swaggerFolder(), name), 'utf8');
}

@ApiExcludeController()
@Access('visitor')
@Controller()
export class DocsController {
  constructor(private readonly openApi: OpenApi) {}

  /** The OpenAPI description of this API. */
  @Get('openapi.json')
  getDescription(): OpenAPIObject {
    return this.openApi.getDocument();
  }

  /** The same, to read. */
  @Get('api/docs')
  getPage(@Res() reply: FastifyReply): void {
    void reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  }

  /** What the page to read is made of. */
  @Get('api/docs/:asset')
  async getAsset(@Param('asset') name: string, @Res() reply: FastifyReply): Promise<void> {
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!asset) throw new Problem('not_found');
    const content = await asset.read();
    void reply
      .header('content-security-policy', policy)
      .header('cache-control', 'public, max-age=3600')
      .type(`${asset.type}; charset=utf-8`)
      .send(content);
  }
}
