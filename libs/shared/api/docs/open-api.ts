import { Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, getSchemaPath } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '@kernagenda/shared/domain';
import { sessionCookie } from '../access/actor-source';
import { listRoutes } from '../access/routes';
import type { RouteRule } from '../access/routes';
import { ProblemView } from './problem.view';

/** Of the contract, not of the product: the first number changes when a caller has to. */
export const apiVersion = '1.0.0';

/** The description of the API, made from the controllers themselves when it is first asked for: a server starts without. */
@Injectable()
export class OpenApi {
  private app: INestApplication | null = null;
  private document: OpenAPIObject | null = null;

  /** Of the whole application, which knows of this only when all of it is there. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  /** @throws Problem `unavailable` before the application is complete */
  getDocument(): OpenAPIObject {
    if (!this.app) throw new Problem('unavailable');
    return (this.document ??= documentOf(this.app));
  }
}

function documentOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Kernagenda')
    .setDescription(
      'Agendas of villages: what residents propose, what is decided, who acts. Lists are `{ items, nextCursor }`, ' +
        'errors are RFC 9457, an edit needs `If-Match`, a creating call takes an `Idempotency-Key`.',
    )
    .setVersion(apiVersion)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addCookieAuth(sessionCookie)
    .addGlobalResponse({
      status: 'default',
      description: 'Something is not possible',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemView],
    operationIdFactory: (_, method) => method,
  });
  for (const route of listRoutes(app)) describeRoute(document, route);
  return document;
}

/** Says of an operation what it is called and who passes its door, from the code itself. */
function describeRoute({ paths }: OpenAPIObject, { method, path, rules }: RouteRule): void {
  const item = paths[path.replace(/:(\w+)/g, '{$1}')];
  const operation = item?.[method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete'];
  if (!operation) return;
  const words = (operation.operationId ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  operation.summary ??= words.charAt(0).toUpperCase() + words.slice(1);
  operation.description ??= `Open to: ${rules.map((rule) => audience[rule] ?? rule.replace(/^role:/, '')).join(', ')}.`;
  operation.operationId = `${method.toLowerCase()} ${path}`.replace(/\W+(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  if (!rules.includes('visitor')) operation.security = [{ cookie: [] }];
}

const audience: Readonly<Record<string, string>> = { visitor: 'everybody', person: 'who signed in' };
