import { Controller, Get, Module } from '@nestjs/common';
import { listRoutes } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';

/** Who passes the door of each route. A new route is added here by hand, so that somebody looks at its rule. */
const routes = [
  'GET /api/docs visitor',
  'GET /api/docs/:asset visitor',
  'GET /api/v1/demo/mail visitor',
  'GET /api/v1/demo/people visitor',
  'POST /api/v1/demo/sign-in visitor',
  'GET /api/v1/me visitor',
  'PATCH /api/v1/me person',
  'GET /api/v1/openapi.json visitor',
  'POST /api/v1/sign-in visitor',
  'POST /api/v1/sign-in/code visitor',
  'POST /api/v1/sign-out visitor',
  'POST /api/v1/sign-out-everywhere person',
  'GET /health/live visitor',
  'GET /health/ready visitor',
];

describe('routes', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('have exactly these access rules', () => {
    const found = listRoutes(app.nest).map(({ method, path, rules }) => `${method} ${path} ${rules.join(' ')}`);
    expect(found).toEqual(expect.arrayContaining(routes));
    expect(found.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('are answered as their rule says, by a stranger', async () => {
    const closed = listRoutes(app.nest).filter(({ rules }) => !rules.includes('visitor'));
    expect(closed.length).toBeGreaterThan(0);
    for (const { method, path } of closed) {
      const { status } = await app.request(method, path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000'));
      expect([method, path, status]).toEqual([method, path, 401]);
    }
  });

  it('do not boot without a rule', async () => {
    class OpenController {
      read(): string {
        return 'open';
      }
    }
    // Written without decorators, because lint refuses such a route in the first place.
    const handler = Object.getOwnPropertyDescriptor(OpenController.prototype, 'read');
    Controller('open')(OpenController);
    if (handler) Get()(OpenController.prototype, 'read', handler);
    class OpenModule {}
    Module({ controllers: [OpenController] })(OpenModule);

    await expect(createTestApp({ modules: [OpenModule] })).rejects.toThrow('OpenController.read');
  });
});
