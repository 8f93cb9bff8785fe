import type { OpenAPIObject } from '@nestjs/swagger';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a schema says nothing: no type, no reference, no alternatives; or an object that names no field. */
function emptySchemas(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => emptySchemas(item, `${path}/${index}`));
  if (!isObject(value)) return [];
  const below = Object.entries(value).flatMap(([key, child]) => emptySchemas(child, `${path}/${key}`));
  const isSchema = /\/(schema|items|schemas\/\w+|properties\/\w+)$/.test(path);
  if (!isSchema || value['$ref'] || value['allOf'] || value['oneOf'] || value['anyOf']) return below;
  const { type, properties, additionalProperties } = value;
  const saysNothing =
    type === undefined ||
    (type === 'object' && !additionalProperties && (!isObject(properties) || Object.keys(properties).length === 0));
  return saysNothing ? [path, ...below] : below;
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('the description of the API', () => {
  it('has no empty schema', async () => {
    const { body } = await app.request<OpenAPIObject>('GET', '/api/v1/openapi.json');
    expect(Object.keys(body.paths)).toContain('/api/v1/me');
    expect(emptySchemas(body, '')).toEqual([]);
  });

  it('finds an empty schema where there is one', () => {
    expect(emptySchemas({ schemas: { Nothing: { type: 'object', properties: {} } } }, '')).toEqual([
      '/schemas/Nothing',
    ]);
  });

  it('tells of every answer with 200 or 201 what is in it', async () => {
    const { body } = await app.request<OpenAPIObject>('GET', '/api/v1/openapi.json');
    const silent = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.entries(operations as Json).flatMap(([method, operation]) => {
        const responses = isObject(operation) && isObject(operation['responses']) ? operation['responses'] : {};
        const answer = responses['200'] ?? responses['201'];
        return isObject(answer) && !answer['content'] ? [`${method} ${path}`] : [];
      }),
    );
    expect(silent).toEqual([]);
  });

  it('names every operation once and says who may', async () => {
    const { body } = await app.request<OpenAPIObject>('GET', '/api/v1/openapi.json');
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path as Json).filter(isObject));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ description }) => !String(description).startsWith('Open to: '))).toEqual([]);
    expect(body.paths['/api/v1/me']?.patch).toMatchObject({ summary: 'Update me', security: [{ cookie: [] }] });
  });

  it('can be read as a page that loads nothing from elsewhere', async () => {
    const page = await app.request<string>('GET', '/api/docs');
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/);
    expect(page.body).not.toMatch(/<script>|style=|https?:/);
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect((await app.request('GET', address)).status).toBe(200);
    expect((await app.request('GET', '/api/docs/..%2Fpackage.json')).status).toBe(404);
    expect((await app.request('GET', '/api/docs/constructor')).status).toBe(404);
  });
});
