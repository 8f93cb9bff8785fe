import { Controller, Get, Module } from '@nestjs/common';
import { listRoutes } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';

/** Who passes the door of each route. A new route is added here by hand, so that somebody looks at its rule. */
const routes = [
  'GET /.well-known/security.txt visitor',
  'GET /api/docs visitor',
  'GET /api/docs/:asset visitor',
  'GET /api/v1/areas role:admin',
  'POST /api/v1/areas role:admin',
  'PATCH /api/v1/areas/:id role:admin',
  'GET /api/v1/audit role:admin',
  'DELETE /api/v1/comments/:id person',
  'POST /api/v1/comments/:id/accept-help person',
  'POST /api/v1/comments/:id/answer person',
  'POST /api/v1/comments/:id/assign person',
  'GET /api/v1/comments/:id/contact person',
  'POST /api/v1/comments/:id/decline-help person',
  'POST /api/v1/comments/:id/hide role:broker',
  'POST /api/v1/comments/:id/show-again role:broker',
  'GET /api/v1/demo/mail visitor',
  'GET /api/v1/demo/people visitor',
  'POST /api/v1/demo/sign-in visitor',
  'GET /api/v1/lexicon role:admin',
  'POST /api/v1/lexicon role:admin',
  'DELETE /api/v1/lexicon/:id role:admin',
  'GET /api/v1/lexicon/:id role:admin',
  'PUT /api/v1/lexicon/:id role:admin',
  'POST /api/v1/lexicon/preview role:admin',
  'GET /api/v1/lexicon/unrecognised role:admin',
  'POST /api/v1/mail-stops visitor',
  'POST /api/v1/mail-stops/one-click visitor',
  'POST /api/v1/mail-stops/undo visitor',
  'GET /api/v1/match-flags role:broker role:official role:alderman',
  'GET /api/v1/match-flags/:id person',
  'DELETE /api/v1/match-flags/:id/amounts/:proposalId role:broker',
  'PUT /api/v1/match-flags/:id/amounts/:proposalId role:broker',
  'POST /api/v1/match-flags/:id/confirm role:broker',
  'POST /api/v1/match-flags/:id/decline role:broker',
  'POST /api/v1/match-flags/:id/reopen role:broker',
  'POST /api/v1/match-flags/:id/snooze role:broker',
  'POST /api/v1/match-flags/:id/wake role:broker',
  'GET /api/v1/match-topics visitor',
  'POST /api/v1/matching/similar visitor',
  'GET /api/v1/me visitor',
  'PATCH /api/v1/me person',
  'GET /api/v1/me/follows person',
  'GET /api/v1/me/mail-choice person',
  'PUT /api/v1/me/mail-choice person',
  'GET /api/v1/me/notifications person',
  'POST /api/v1/me/notifications/:id/read person',
  'POST /api/v1/me/notifications/read person',
  'GET /api/v1/me/notifications/unread person',
  'GET /api/v1/me/proposals person',
  'POST /api/v1/message-photos person',
  'DELETE /api/v1/message-photos/:id person',
  'GET /api/v1/message-photos/:id/:size person',
  'GET /api/v1/moderation/queue role:broker',
  'GET /api/v1/municipality visitor',
  'GET /api/v1/municipality/settings role:admin',
  'PUT /api/v1/municipality/settings role:admin',
  'GET /api/v1/municipality/theme.css visitor',
  'GET /api/v1/openapi.json visitor',
  'GET /api/v1/people role:admin',
  'POST /api/v1/people role:admin',
  'GET /api/v1/people/:id role:admin',
  'POST /api/v1/people/:id/covers role:admin',
  'POST /api/v1/people/:id/covers/:coverId/end role:admin',
  'PUT /api/v1/people/:id/home-village role:admin',
  'POST /api/v1/people/:id/roles role:admin',
  'POST /api/v1/people/:id/roles/:roleId/end role:admin',
  'DELETE /api/v1/photos/:id person',
  'PATCH /api/v1/photos/:id person',
  'GET /api/v1/photos/:id/:size visitor',
  'GET /api/v1/proposals visitor',
  'POST /api/v1/proposals person',
  'DELETE /api/v1/proposals/:id person',
  'GET /api/v1/proposals/:id visitor',
  'PATCH /api/v1/proposals/:id person',
  'POST /api/v1/proposals/:id/approve role:broker',
  'POST /api/v1/proposals/:id/claim role:broker',
  'GET /api/v1/proposals/:id/comments visitor',
  'POST /api/v1/proposals/:id/comments person',
  'POST /api/v1/proposals/:id/explore person',
  'POST /api/v1/proposals/:id/finish person',
  'DELETE /api/v1/proposals/:id/follow person',
  'GET /api/v1/proposals/:id/follow person',
  'PUT /api/v1/proposals/:id/follow person',
  'POST /api/v1/proposals/:id/hide role:broker',
  'POST /api/v1/proposals/:id/hold person',
  'POST /api/v1/proposals/:id/mark-not-feasible person',
  'POST /api/v1/proposals/:id/merge person',
  'POST /api/v1/proposals/:id/photos person',
  'POST /api/v1/proposals/:id/plan person',
  'GET /api/v1/proposals/:id/plan-options person',
  'POST /api/v1/proposals/:id/put-on-agenda person',
  'POST /api/v1/proposals/:id/recall person',
  'POST /api/v1/proposals/:id/reconsider role:broker',
  'POST /api/v1/proposals/:id/refuse role:broker',
  'POST /api/v1/proposals/:id/release role:broker',
  'POST /api/v1/proposals/:id/reopen person',
  'POST /api/v1/proposals/:id/request-changes role:broker',
  'POST /api/v1/proposals/:id/resume person',
  'POST /api/v1/proposals/:id/show-again role:broker',
  'GET /api/v1/proposals/:id/similar visitor',
  'POST /api/v1/proposals/:id/start person',
  'GET /api/v1/proposals/:id/statement person',
  'POST /api/v1/proposals/:id/submit person',
  'DELETE /api/v1/proposals/:id/support person',
  'PUT /api/v1/proposals/:id/support person',
  'POST /api/v1/proposals/:id/take-off-agenda person',
  'POST /api/v1/proposals/:id/undo role:broker',
  'POST /api/v1/proposals/:id/unplan person',
  'GET /api/v1/proposals/:id/versions visitor',
  'POST /api/v1/proposals/:id/versions person',
  'POST /api/v1/proposals/:id/versions/:number/approve role:broker',
  'POST /api/v1/proposals/:id/versions/:number/refuse role:broker',
  'POST /api/v1/proposals/:id/versions/:number/withdraw person',
  'POST /api/v1/proposals/:id/withdraw person',
  'GET /api/v1/proposals/counts visitor',
  'GET /api/v1/questions role:broker role:secretary role:alderman role:official',
  'GET /api/v1/search visitor',
  'POST /api/v1/sign-in visitor',
  'POST /api/v1/sign-in/code visitor',
  'POST /api/v1/sign-out visitor',
  'POST /api/v1/sign-out-everywhere person',
  'GET /api/v1/teams visitor',
  'POST /api/v1/teams role:admin',
  'PATCH /api/v1/teams/:id role:admin',
  'GET /api/v1/teams/register role:admin',
  'GET /api/v1/text-blocks role:admin role:broker',
  'POST /api/v1/text-blocks role:admin',
  'DELETE /api/v1/text-blocks/:id role:admin',
  'PUT /api/v1/text-blocks/:id role:admin',
  'PUT /api/v1/text-blocks/order role:admin',
  'GET /api/v1/threads person',
  'POST /api/v1/threads person',
  'POST /api/v1/threads/:id/leave person',
  'GET /api/v1/threads/:id/messages person',
  'POST /api/v1/threads/:id/messages person',
  'POST /api/v1/threads/:id/read person',
  'GET /api/v1/villages visitor',
  'PUT /api/v1/villages/:id/area role:admin',
  'GET /api/v1/villages/:slug visitor',
  'DELETE /api/v1/villages/:slug/follow person',
  'GET /api/v1/villages/:slug/follow person',
  'PUT /api/v1/villages/:slug/follow person',
  'GET /api/v1/villages/:slug/similar visitor',
  'GET /api/v1/villages/map visitor',
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
    expect(found).toEqual(routes);
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
